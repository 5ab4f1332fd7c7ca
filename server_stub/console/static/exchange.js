/* The key exchange by which both sides get the same two words, as contract/assist_words.py says it, in WebCrypto.
   The private key can't be read out of the browser: it is made so, and only ever asked to derive. */

const CURVE = { name: "ECDH", namedCurve: "P-256" };
const KEY_BYTES = 65;
const WORDS_INFO = "sigap assist words v1";
const SECRET_INFO = "sigap assist code v1";
const utf8 = new TextEncoder();

/** Whether this page may use WebCrypto: over https, or from this computer itself. */
export function possible() {
  return window.isSecureContext && Boolean(window.crypto?.subtle);
}

export function toBase64url(bytes) {
  return btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** The bytes of base64url without padding. Throws for anything else. */
export function fromBase64url(text) {
  if (!/^[A-Za-z0-9_-]*$/.test(text)) throw new Error("not base64url");
  return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
}

export function newPair() {
  return crypto.subtle.generateKey(CURVE, false, ["deriveBits"]);
}

/** The 65 bytes of SEC 1, section 2.3.3. */
export async function publicBytes(pair) {
  return new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey));
}

/** SHA-256 of the public key in lower-case hex: what is told before the other side's key is known. */
export async function commitmentOf(pair) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", await publicBytes(pair)));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** What both sides make of their keys: 4 bytes for the words, and the key under which codes are sealed.
    `peer` is the client's public key in base64url; a key that is no point of the curve throws. */
export async function derived(pair, peer, session, number) {
  const theirs = fromBase64url(peer);
  if (theirs.length !== KEY_BYTES) throw new Error("not an uncompressed P-256 key");
  const mine = await publicBytes(pair);
  const theirKey = await crypto.subtle.importKey("raw", theirs, CURVE, false, []);
  const shared = await crypto.subtle.deriveBits({ name: "ECDH", public: theirKey }, pair.privateKey, 256);
  const material = await crypto.subtle.importKey("raw", shared, "HKDF", false, ["deriveBits", "deriveKey"]);
  const salt = await crypto.subtle.digest("SHA-256", new Uint8Array([...mine, ...theirs]));
  const info = (purpose) => utf8.encode([purpose, session, number].join("\0"));
  const hkdf = (purpose) => ({ name: "HKDF", hash: "SHA-256", salt, info: info(purpose) });
  return {
    words: new Uint8Array(await crypto.subtle.deriveBits(hkdf(WORDS_INFO), material, 32)),
    secret: await crypto.subtle.deriveKey(hkdf(SECRET_INFO), material, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]),
  };
}

/** The two words for 4 derived bytes: the highest 11 bits are the first word's place in the list, the next 11 the second's. */
export function twoWords(bytes, list) {
  const number = new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0);
  return [list[number >>> 21], list[(number >>> 10) & 0x7ff]];
}
