/* Codes of tools, sealed under the secret of the exchange (contract/assist_words.py): the backend carries them and can't read them. */

import { fromBase64url, toBase64url } from "./exchange.js";

const NONCE_BYTES = 12;
const utf8 = new TextEncoder();
export const TO_TECHNICIAN = "to-technician";
export const TO_EMPLOYEE = "to-employee";

function parameters(nonce, direction, session) {
  return { name: "AES-GCM", iv: nonce, additionalData: utf8.encode(`${direction}\0${session}`) };
}

/** A text, sealed for `direction` within a session. */
export async function seal(secret, direction, session, text) {
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const box = new Uint8Array(await crypto.subtle.encrypt(parameters(nonce, direction, session), secret, utf8.encode(text)));
  return toBase64url(new Uint8Array([...nonce, ...box]));
}

/** The text in a sealed code. Throws when it was sealed under another secret, for another direction or session, or was changed. */
export async function unsealed(secret, direction, session, sealed) {
  const bytes = fromBase64url(sealed);
  const nonce = bytes.subarray(0, NONCE_BYTES);
  const text = await crypto.subtle.decrypt(parameters(nonce, direction, session), secret, bytes.subarray(NONCE_BYTES));
  return new TextDecoder("utf-8", { fatal: true }).decode(text);
}
