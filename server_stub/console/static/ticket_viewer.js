// Pictures in a dialog of their own: fit, whole, larger and smaller around the pointer, dragged, and stepped through. What it shows are the
// links [data-picture] of the conversation, in their order; without this script each of them opens its picture in the browser.

const LEAST = 0.05, MOST = 8, STEP = 1.25;

export function viewPictures() {
  const dialog = document.getElementById("viewer");
  const part = (name) => dialog.querySelector(`[data-part="${name}"]`);
  const image = part("image"), stage = part("stage"), strip = part("strip");
  let links = [], at = 0, scale = 1, fitted = true;

  function fitScale() {
    if (!image.naturalWidth) return 1;
    return Math.min(1, stage.clientWidth / image.naturalWidth, stage.clientHeight / image.naturalHeight);
  }

  function draw() {
    image.style.setProperty("width", `${Math.max(1, Math.round(image.naturalWidth * scale))}px`);
    part("scale").textContent = new Intl.NumberFormat(document.documentElement.lang, { style: "percent" }).format(scale);
    dialog.querySelector("[data-do=fit]").setAttribute("aria-pressed", String(fitted));
    dialog.querySelector("[data-do=whole]").setAttribute("aria-pressed", String(!fitted && scale === 1));
  }

  // Keeps the point of the picture under (x, y) of the stage where it is.
  function zoom(next, x = stage.clientWidth / 2, y = stage.clientHeight / 2) {
    const before = image.getBoundingClientRect(), frame = stage.getBoundingClientRect();
    const left = (frame.left + x - before.left) / before.width, top = (frame.top + y - before.top) / before.height;
    fitted = false;
    scale = Math.min(MOST, Math.max(LEAST, next));
    draw();
    const after = image.getBoundingClientRect();
    stage.scrollLeft += after.left + left * after.width - frame.left - x;
    stage.scrollTop += after.top + top * after.height - frame.top - y;
  }

  function fit() {
    fitted = true;
    scale = fitScale();
    draw();
  }

  function show(index) {
    at = index;
    const link = links[at];
    part("place").textContent = dialog.dataset.place.replace("{i}", at + 1).replace("{n}", links.length);
    part("about").textContent = link.dataset.about;
    part("save").href = `${link.href}?save=1`;
    part("failed").hidden = true;
    image.hidden = false;
    image.alt = link.querySelector("img").alt;
    image.src = link.href;
    dialog.querySelector("[data-do=previous]").disabled = at === 0;
    dialog.querySelector("[data-do=next]").disabled = at === links.length - 1;
    for (const [place, button] of [...strip.children].entries()) {
      if (place === at) {
        button.setAttribute("aria-current", "true");
        button.scrollIntoView({ block: "nearest", inline: "nearest" });
      } else button.removeAttribute("aria-current");
    }
    if (image.complete) fit();
  }

  function open(link) {
    links = [...document.querySelectorAll("#entries [data-picture]")];
    strip.replaceChildren(...links.map((one, index) => {
      const button = document.createElement("button"), small = document.createElement("img");
      button.type = "button";
      small.src = one.href;
      small.loading = "lazy";
      small.alt = one.querySelector("img").alt;
      button.append(small);
      button.addEventListener("click", () => show(index));
      return button;
    }));
    strip.hidden = links.length < 2;
    dialog.showModal();
    stage.focus({ preventScroll: true });
    show(links.indexOf(link));
  }

  const step = (by) => { if (links[at + by]) show(at + by); };
  const deeds = {
    fit, whole: () => zoom(1), larger: () => zoom(scale * STEP), smaller: () => zoom(scale / STEP),
    previous: () => step(-1), next: () => step(1), close: () => dialog.close(),
  };
  const keys = {
    "0": "fit", "1": "whole", "+": "larger", "=": "larger", "-": "smaller", ArrowLeft: "previous", ArrowRight: "next", PageUp: "previous", PageDown: "next",
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("#entries [data-picture]");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open(link);
  });
  dialog.addEventListener("click", (event) => {
    const button = event.target.closest("[data-do]");
    if (button) deeds[button.dataset.do]();
  });
  dialog.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.key in keys)) return;
    event.preventDefault();
    deeds[keys[event.key]]();
  });
  dialog.addEventListener("close", () => {
    image.removeAttribute("src");
    strip.replaceChildren();
    links[at]?.focus();
  });
  image.addEventListener("load", fit);
  image.addEventListener("error", () => {
    if (!image.hasAttribute("src")) return;
    image.hidden = true;
    part("failed").hidden = false;
  });
  stage.addEventListener("wheel", (event) => {
    event.preventDefault();
    const frame = stage.getBoundingClientRect();
    zoom(scale * STEP ** (event.deltaY < 0 ? 1 : -1), event.clientX - frame.left, event.clientY - frame.top);
  }, { passive: false });
  stage.addEventListener("dblclick", () => (fitted ? zoom(1) : fit()));
  stage.addEventListener("pointerdown", (event) => {
    if (event.button || event.pointerType === "touch") return;
    stage.setPointerCapture(event.pointerId);
    stage.classList.add("dragged");
  });
  stage.addEventListener("pointermove", (event) => {
    if (!stage.hasPointerCapture(event.pointerId)) return;
    stage.scrollLeft -= event.movementX;
    stage.scrollTop -= event.movementY;
  });
  stage.addEventListener("lostpointercapture", () => stage.classList.remove("dragged"));
  new ResizeObserver(() => { if (dialog.open && fitted) fit(); }).observe(stage);
}
