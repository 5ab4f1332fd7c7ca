/* A tool's code on the page: shown as text whatever it is, and as a link only when it has the tool's own form (server_stub/console/tool_links.py). */

const MOST_LETTERS = 300;

/** The address that opens the technician's side, or null. `forms` come from the table: pattern and link. */
export function linkOf(forms, code) {
  const form = forms.find(({ pattern }) => new RegExp(`^(?:${pattern})$`, "u").test(code));
  return form ? form.link.replace("{code}", () => code) : null;
}

/** Whether a code that the technician's side made has its form. */
export function isMade(pattern, code) {
  return new RegExp(`^(?:${pattern})$`, "u").test(code);
}

/** A code as it may stand on a page: one line, without letters that no screen shows or that turn the direction. */
export function shown(code) {
  return code.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu, "\ufffd").slice(0, MOST_LETTERS);
}
