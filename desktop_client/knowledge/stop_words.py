"""Words that are in nearly every text and tell nothing: they are neither stored nor searched."""

_ENGLISH = """
a am an and any are as at be been being but by did do does doing for from had has have having he her here his how i if im in into is it its
ive just me my of on or our she should so some than that the their them then there these they this those to too us very was we were what
when where which while who whom why will with would you your youre please can could may might must shall also
"""
_INDONESIAN = """
ada adalah agar akan aku anda apa apakah atau bagaimana bagi banget bagaimanakah bahwa begini begitu biar bila bisa boleh buat cara dan
dapat dari deh dengan di dia dong gan gimana gmn hal harus ini itu jika juga ka kak kalau kalo kan kayak kayaknya kami kamu kapan karena ke
kenapa kenapakah kita knp kok koq lagi lah lalu loh maka mana masih mau mengapa mereka min mohon namun nih nya oleh pada pak pakai
pake para pas pun saat saja saya sebagai secara sedang sekali seperti serta si sih sini situ sudah supaya tapi telah tersebut tetap
tetapi tolong toh tuh udah untuk utk ya yaitu yakni yang yg
"""

ENGLISH = frozenset(_ENGLISH.split())
INDONESIAN = frozenset(_INDONESIAN.split())
STOP_WORDS = ENGLISH | INDONESIAN
