// Waiting until things are quiet, and days as the engine writes them. Knows nothing of what is waited for.

export function isoDate(date) {
  const two = (number) => String(number).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** Runs `work` once things have been quiet for so many milliseconds. */
export function quietly(milliseconds, work) {
  let timer;
  return (...args) => {
    clearTimeout(timer);
    timer = setTimeout(() => work(...args), milliseconds);
  };
}

/** Runs `work(deadline)` when the page has nothing else to do; where the browser does not tell when that is, soon. */
export function whenIdle(work) {
  if (window.requestIdleCallback) {
    window.requestIdleCallback(work, { timeout: 1000 });
    return;
  }
  setTimeout(() => {
    const end = Date.now() + 8;
    work({ timeRemaining: () => end - Date.now() });
  }, 50);
}

/** Repeats `step` in idle moments for as long as it says that there is more to do. What is given back starts it, or starts it anew. */
export function inIdleMoments(step) {
  let round = 0;
  return () => {
    round += 1;
    const mine = round;
    const work = (deadline) => {
      let isMore = mine === round;
      while (isMore && deadline.timeRemaining() > 1) isMore = step();
      if (isMore && mine === round) whenIdle(work);
    };
    whenIdle(work);
  };
}

const WEEKDAYS = ["日", "一", "二", "三", "四", "五", "六"];

/** `2026-11-27` as “11月27日（周五）”; with the year where it is not that of `from`. */
export function dayWords(date, from) {
  const [year, month, day] = date.split("-").map(Number);
  const weekday = WEEKDAYS[new Date(year, month - 1, day).getDay()];
  return `${from && from.slice(0, 4) === date.slice(0, 4) ? "" : `${year}年`}${month}月${day}日（周${weekday}）`;
}

/** The day after. */
export function dayAfter(date) {
  const [year, month, day] = date.split("-").map(Number);
  return isoDate(new Date(year, month - 1, day + 1));
}
