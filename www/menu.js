// A menu that drops down from the bar (`details` with buttons in it): it closes after a choice, on Escape and on a click
// elsewhere. Knows nothing of the choices.

/** `onPick(button)` hears which button of the menu was pressed. */
export function listenToMenu(menu, onPick) {
  const close = () => { menu.open = false; };
  menu.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    close();
    menu.querySelector("summary").focus();
    onPick(button);
  });
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    close();
    menu.querySelector("summary").focus();
  });
  document.addEventListener("click", (event) => { if (!menu.contains(event.target)) close(); });
}
