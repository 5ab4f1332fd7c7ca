// Searching the computer's details: by group, name and value, every word from anywhere; what fits is unfolded.

export function searchFacts(root = document) {
  const field = root.querySelector("#fact-search"), groups = root.querySelector("#fact-groups");
  if (!field) return;
  const folded = new Map([...groups.querySelectorAll("details")].map((one) => [one, one.open]));
  field.closest(".fact-search").hidden = false;

  function search() {
    const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    let found = 0;
    for (const group of groups.querySelectorAll("details")) {
      const name = group.querySelector("summary").textContent;
      let here = 0;
      for (const term of group.querySelectorAll("dt")) {
        const value = term.nextElementSibling, whole = `${name} ${term.textContent} ${value.textContent}`.toLowerCase();
        const fits = words.every((word) => whole.includes(word));
        term.hidden = value.hidden = !fits;
        here += fits;
      }
      group.hidden = !here;
      group.open = words.length ? Boolean(here) : folded.get(group);
      found += here;
    }
    root.querySelector("#facts-none").hidden = found > 0;
  }

  field.addEventListener("input", search);
}
