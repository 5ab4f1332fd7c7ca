/* What this browser and the employee's computer agree on within one session: made once, kept while the page is open. */

import { derived, possible, publicBytes, toBase64url, twoWords } from "./exchange.js";
import { Changed, forgetPair, keptPair, settle } from "./kept_keys.js";
import { post, Refused } from "./page.js";

/** Why there are no words: each has its sentence on the page. */
export const WAITING = "waiting";
export const INSECURE = "insecure";
export const ELSEWHERE = "elsewhere";
export const CHANGED = "changed";

const lists = new Map();

async function listOf(language) {
  if (!lists.has(language)) {
    const answer = await fetch(`/console/assist-words/${language}`, { cache: "no-store" }).catch(() => null);
    if (!answer?.ok) throw new Refused("", answer?.status ?? 0); // asked again with the next look at the session
    lists.set(language, (await answer.text()).split("\n"));
  }
  return lists.get(language);
}

/** One session's side of this browser. `session` and `number` are those of the address, not those that are told later. */
export class Agreement {
  constructor(session, number) {
    this.session = session;
    this.number = number;
    this.made = null;
  }

  /** { words, secret } for a session as it stands, or one of the reasons above. Tells the page's own key when it may be told. */
  async of(now) {
    if (this.made && this.made.peer === now.clientKey) return this.made;
    if (!possible()) return INSECURE;
    try {
      return await this.#make(now);
    } catch (failed) {
      // A key that is no point of the curve is as wrong as another one than before.
      if (failed instanceof Changed || failed.name === "DataError" || failed.name === "OperationError") return CHANGED;
      throw failed;
    }
  }

  async #make(now) {
    if (this.made || now.id !== this.session || now.number !== this.number) throw new Changed();
    const told = { session: this.session, number: this.number, peer: now.clientKey };
    const kept = await settle(now.commitment, told).catch((failed) => {
      if (failed instanceof Changed) throw failed;
      return null; // a browser that keeps nothing has nothing
    });
    if (!kept) return ELSEWHERE;
    if (!now.clientKey) return WAITING;
    const { words, secret } = await derived(kept.pair, kept.peer, kept.session, kept.number);
    const key = toBase64url(await publicBytes(kept.pair));
    if (now.technicianKey === "") await post(`/console/assist/${this.session}/reveal`, { key });
    else if (now.technicianKey !== key) throw new Changed();
    const made = { words: twoWords(words, await listOf(now.language)), secret, peer: kept.peer };
    this.made = made;
    return made;
  }

  /** The session is over: nothing of it is left in this browser. */
  async forget(commitment) {
    this.made = null;
    if (await keptPair(commitment).catch(() => null)) await forgetPair(commitment).catch(() => {});
  }
}
