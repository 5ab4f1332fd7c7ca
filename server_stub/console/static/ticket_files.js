// Files for an answer, by button, drop and paste. Each goes to the server at once, as it is (never multipart), with its progress and a way to
// stop it; what the server has can be removed again. A file that fails stays in the list with the reason until it is taken away.

import { announce, post, text, values } from "./page.js";

const UNITS = [[1e9, "GB"], [1e6, "MB"], [1e3, "kB"], [1, "B"]];

export function readable(bytes) {
  const [step, unit] = UNITS.find(([least]) => bytes >= least) ?? UNITS.at(-1);
  return `${new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: bytes / step < 10 ? 1 : 0 }).format(bytes / step)}\u00a0${unit}`;
}

// `form`: one of the two forms; its own list is all that it touches. `changed` is called when a file came or went.
export function takeFiles(form, changed) {
  const list = form.querySelector("[data-part=files]"), limit = Number(form.dataset.fileBytes);
  const coming = new Set();
  let pasted = 0;

  function row(file) {
    const made = document.getElementById("file-coming").content.cloneNode(true).firstElementChild;
    made.querySelector(".name").textContent = file.name;
    made.querySelector(".size").textContent = readable(file.size);
    made.querySelector("button").setAttribute("aria-label", text("cancel-file", { file: file.name }));
    list.append(made);
    return made;
  }

  function failed(made, why) {
    made.classList.add("failed");
    made.querySelector("progress")?.remove();
    made.querySelector(".size").textContent = why;
    announce(why);
  }

  function add(file) {
    const made = row(file), request = new XMLHttpRequest();
    const away = () => { request.abort(); coming.delete(request); made.remove(); changed(); };
    made.querySelector("button").addEventListener("click", () => { away(); form.querySelector("textarea").focus(); });
    if (!file.size) return failed(made, text("file-empty", { file: file.name }));
    if (file.size > limit) {
      return failed(made, text("file-too-large", { file: file.name, size: readable(file.size), limit: readable(limit) }));
    }
    coming.add(request);
    request.open("POST", form.dataset.filesAddress);
    request.setRequestHeader("Accept", "application/json");
    request.setRequestHeader("X-CSRF", values.csrf);
    request.setRequestHeader("X-File-Name", encodeURIComponent(wellFormed(file.name)));
    request.setRequestHeader("Content-Type", /^[\w.+-]+\/[\w.+-]+$/.test(file.type) ? file.type : "application/octet-stream");
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) made.querySelector("progress").value = event.loaded / event.total;
    });
    request.addEventListener("loadend", () => {
      if (!coming.delete(request)) return;
      if (request.status === 200) {
        const told = new DOMParser().parseFromString(request.responseText, "text/html").querySelector("li.file");
        made.replaceWith(told);
        announce(text("file-added", { file: file.name }));
      } else {
        failed(made, `${file.name}: ${sentence(request) || text("not-reached")}`);
      }
      changed();
    });
    request.send(file);
    return changed();
  }

  list.addEventListener("click", async (event) => {
    const button = event.target.closest("button[formaction]");
    if (!button) return;
    event.preventDefault();
    const made = button.closest("li"), name = made.querySelector(".name").textContent;
    button.disabled = true;
    try {
      await post(button.getAttribute("formaction")).catch((error) => { if (error.status !== 404) throw error; });
      made.remove();
      announce(text("file-removed", { file: name }));
      form.querySelector("textarea").focus();
      changed();
    } catch (error) {
      button.disabled = false;
      announce(error.message);
    }
  });

  const input = form.querySelector("input[type=file]");
  input.addEventListener("change", () => {
    for (const file of input.files) add(file);
    input.value = "";
    form.querySelector("textarea").focus();
  });
  form.addEventListener("paste", (event) => {
    const files = [...event.clipboardData.files];
    if (!files.length || event.clipboardData.types.includes("text/plain")) return;
    event.preventDefault();
    for (const file of files) add(named(file));
  });
  form.addEventListener("dragover", (event) => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    form.classList.add("dropping");
  });
  for (const kindOfEnd of ["dragleave", "drop"]) form.addEventListener(kindOfEnd, () => form.classList.remove("dropping"));
  form.addEventListener("drop", (event) => {
    if (!event.dataTransfer.files.length) return;
    event.preventDefault();
    for (const file of event.dataTransfer.files) add(file);
  });

  // A pasted picture has no name that says anything.
  function named(file) {
    if (!/^image\.\w+$/.test(file.name)) return file;
    pasted += 1;
    const ending = file.type === "image/jpeg" ? "jpg" : file.type.replace(/^image\/([a-z]+).*/, "$1");
    return new File([file], `${text("pasted-picture")} ${pasted}.${ending}`, { type: file.type });
  }

  return {
    get coming() { return coming.size > 0; },
    get count() { return list.querySelectorAll("[data-file]").length; },
    clear() { for (const made of [...list.children]) made.remove(); },
  };
}

// A lone half of a surrogate pair, which a file's name may have, can't be encoded.
function wellFormed(name) {
  return name.toWellFormed ? name.toWellFormed() : name;
}

function sentence(request) {
  try {
    return JSON.parse(request.responseText).sentence;
  } catch {
    return "";
  }
}
