<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
    <context>
        <name>Sentences</name>
        <message>
            <source>Your report is saved on this computer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your reply is saved on this computer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Next try {when}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try again later.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Then try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your text is still here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Everything else is kept.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add it again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing was changed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ask {desk} for a new code.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You can send without one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tell {desk} if it goes on: {ref}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sign in with your browser.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check the address.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>See sigap --help.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing was done.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Change and resend it, or save it as a file.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the help desk</source>
            <translation type="unfinished">tim TI</translation>
        </message>
        <message>
            <source>Not connected to {company} yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not connected yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The connection broke with {percent}% sent.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The connection broke.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The connection is too slow: {percent}% sent.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The server didn't answer in time.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This network asks for a sign-in.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The company proxy asks for a sign-in.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The server of {company} has a problem.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The server has a problem.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The server of {company} has no room left.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The server has no room left.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The server is busy.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sigap can't be sure this is {company}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing was sent.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tell {desk}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sigap can't be sure this is the right server.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This computer's clock is {difference} off.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Set the time to automatic.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This computer's clock is wrong.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{host} is not a Sigap server.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is not a Sigap server.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sigap can't use the address {address}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sigap can't use this address.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This computer isn't registered yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter the code from {desk}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This computer is no longer registered.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This code doesn't work.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check each letter.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This code has been used.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This code has expired.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Too many tries. Wait {n} minutes.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Too many tries. Wait a few minutes.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Too many tries. Wait 1 minute.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{n} reports still wait for the server before this one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Let them go out first, or send them to the new server.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reports still wait for the server before this one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>1 report still waits for the server before this one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not accepted: {detail}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not accepted by the server.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{number} was already sent with other text.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Send the new text as a reply.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This was already sent with other text.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{company} takes no more for now: a limit is reached.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>If it is urgent, call {desk}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The server takes no more for now: a limit is reached.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Say what is wrong.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One line is enough.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The first box holds {n} letters.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Move the rest to Details.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The first box can't hold that much.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The text may have {n} letters.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Shorten it, or add the rest as a file.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The text is too long.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Some characters can't be sent and were removed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Read it over, then send.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A report holds {n} pictures and files.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Leave some out, or put files into one zip.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>These are too many pictures and files.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} is no longer there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose it again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} can't be opened.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close it in other apps, or choose another.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} is empty.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save it first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} is a folder.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add the files in it, or a zip.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} isn't an ordinary file.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose another.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} is {size}, the limit {limit}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add a smaller one, or write where it is.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This file is too large.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} is still being written.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Wait a moment.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The report is {size}, the limit {limit}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Leave some pictures out.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The report is too large.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{ticket} isn't one of your tickets.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This isn't one of your tickets.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Unknown option {option}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Unknown option.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{option} can't be {value}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This value is not possible.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is set by your company.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sigap can't save here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save the report as a file, and tell {desk}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This folder was made by a newer Sigap.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Update Sigap.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This folder belongs to {owner}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Start Sigap with your own.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This folder belongs to somebody else.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The disk is full.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Free {size}, or save the report on another drive.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Saved reports were damaged: {n} rescued, {m} not.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The old file is kept in {folder}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check My tickets.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Saved reports were damaged.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No screenshot: permission was not given.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Or take it again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No screenshot is possible here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Or add a photo.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your password store is locked.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Unlock it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No password store here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sigap keeps its key in a file only you can read.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sigap is already running.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Its panel is open now.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sigap finds no screen to show its windows on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>To report from here: sigap report --subject.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Something went wrong inside Sigap.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{n} seconds</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{n} minutes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{n} hours</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{n} days</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Tray</name>
        <message>
            <source>&amp;Report a problem</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Open Sigap</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;My tickets</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;This computer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>S&amp;ettings</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Quit Sigap</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%n unread message(s)</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <source>Waiting to send: {n}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Waiting to send: {n}. Next try {when}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Needs your attention: {n}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sigap: nothing new</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Words</name>
        <message>
            <source>in a moment</source>
            <translation>sebentar lagi</translation>
        </message>
        <message numerus="yes">
            <source>in %n minute(s)</source>
            <translation>
                <numerusform>%n menit lagi</numerusform>
            </translation>
        </message>
        <message>
            <source>today at {time}</source>
            <translation>hari ini pukul {time}</translation>
        </message>
        <message>
            <source>yesterday at {time}</source>
            <translation>kemarin pukul {time}</translation>
        </message>
        <message>
            <source>tomorrow at {time}</source>
            <translation>besok pukul {time}</translation>
        </message>
        <message>
            <source>{day} at {time}</source>
            <translation>{day} pukul {time}</translation>
        </message>
        <message>
            <source>the help desk</source>
            <translation>tim TI</translation>
        </message>
    </context>
</TS>
