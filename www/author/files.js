// Files in and out: chosen, dropped and downloaded. Knows the browser; does not know what is in a file.

/** Tells `onFile(name, text)` of every file chosen with `input`. */
export function listenForFiles(input, onFile) {
  input.addEventListener("change", () => {
    const [file] = input.files;
    if (file) file.text().then((text) => { onFile(file.name, text); });
    input.value = "";
  });
}

/** Tells `onFile(name, text)` of every file dropped on the page; `sign` is shown while one hovers. */
export function listenForDrops(sign, onFile) {
  const carriesFiles = (event) => Array.from(event.dataTransfer.types).indexOf("Files") >= 0;
  document.addEventListener("dragover", (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    sign.hidden = false;
  });
  document.addEventListener("dragleave", (event) => { if (!event.relatedTarget) sign.hidden = true; });
  document.addEventListener("drop", (event) => {
    sign.hidden = true;
    if (!carriesFiles(event)) return;
    event.preventDefault();
    Array.from(event.dataTransfer.files).forEach((file) => file.text().then((text) => { onFile(file.name, text); }));
  });
}

export function download(name, text) {
  const address = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}
