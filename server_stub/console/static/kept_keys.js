/* The key pairs of this browser's requests for remote help. They outlive a reload of the page, can't be read out, and go when a session ends.
   A pair is kept under its commitment, which is known before the session is. */

const DATABASE = "sigap-assist";
const STORE = "pairs";
const OLD_MS = 3 * 3600 * 1000;

/** What is kept was made with another session, ticket or client's key than those told now: somebody is trying keys. */
export class Changed extends Error {}

function opened() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: "commitment" });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error("blocked"));
  });
}

/** Runs `work(store, answer)` in one transaction; resolves with what was given to `answer` once everything is on disk. */
async function within(mode, work) {
  const database = await opened();
  try {
    return await new Promise((resolve, reject) => {
      let told;
      let failed = null;
      const transaction = database.transaction(STORE, mode, { durability: "strict" });
      transaction.oncomplete = () => (failed ? reject(failed) : resolve(told));
      transaction.onabort = () => reject(failed ?? transaction.error);
      work(transaction.objectStore(STORE), (value) => (told = value), (error) => (failed = error));
    });
  } finally {
    database.close();
  }
}

/** Keeps a fresh pair for a request on a ticket, and forgets pairs that no session can need any more. */
export function keepPair(commitment, pair, number) {
  return within("readwrite", (store) => {
    store.put({ commitment, pair, number, session: "", peer: "", made: Date.now() });
    const cursor = store.openCursor();
    cursor.onsuccess = () => {
      if (!cursor.result) return;
      if (Date.now() - cursor.result.value.made > OLD_MS) cursor.result.delete();
      cursor.result.continue();
    };
  });
}

/** What is kept under a commitment, or undefined: the request was made in another browser, or is over. */
export function keptPair(commitment) {
  return within("readonly", (store, answer) => {
    const request = store.get(commitment);
    request.onsuccess = () => answer(request.result);
  });
}

/** Notes the session and the client's key for good, before the page's own key is shown; throws `Changed` if others were noted before.
    Without this, a backend that saw the page's key could try other sessions and keys until the words fit. */
export function settle(commitment, { session, number, peer }) {
  return within("readwrite", (store, answer, fail) => {
    const request = store.get(commitment);
    request.onsuccess = () => {
      const kept = request.result;
      if (!kept) return;
      const same = (mine, told) => mine === "" || told === "" || mine === told;
      if (!same(kept.session, session) || !same(kept.peer, peer) || kept.number !== number) {
        fail(new Changed());
        return;
      }
      const settled = { ...kept, session: kept.session || session, peer: kept.peer || peer };
      store.put(settled);
      answer(settled);
    };
  });
}

/** Forgets a pair: the session is over. */
export function forgetPair(commitment) {
  return within("readwrite", (store) => store.delete(commitment));
}
