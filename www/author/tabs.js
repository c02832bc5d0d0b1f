// A row of tabs with their panels: click, arrow keys, Home and End. Knows the roles; does not know what is in the panels.

/** Listens to `list`; `onShow(id)` hears which panel has come up. Gives `{ shown(), show(panelId) }`. */
export function createTabs(list, onShow) {
  const tabs = Array.from(list.querySelectorAll("[role=tab]"));
  const panelOf = (tab) => tab.getAttribute("aria-controls");
  let current;

  function show(panelId) {
    current = panelId;
    tabs.forEach((tab) => {
      const isCurrent = panelOf(tab) === panelId;
      tab.setAttribute("aria-selected", String(isCurrent));
      tab.tabIndex = isCurrent ? 0 : -1;
      document.getElementById(panelOf(tab)).hidden = !isCurrent;
    });
    onShow(panelId);
  }

  function step(event) {
    const at = tabs.indexOf(event.target);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1 + tabs.length, Home: 0, End: tabs.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const tab = tabs[to % tabs.length];
    show(panelOf(tab));
    tab.focus();
  }

  list.addEventListener("click", (event) => {
    const tab = event.target.closest("[role=tab]");
    if (tab) show(panelOf(tab));
  });
  list.addEventListener("keydown", step);
  show(panelOf(tabs[0]));
  return { shown: () => current, show };
}
