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
