// Keeps the page of a session up to date: the server makes what is new, this puts it in its place, and never where somebody is typing.
const page = document.querySelector('[data-live]');
const state = page?.querySelector('[data-live-state]');
/** Parts that wait until nobody is typing in them. @type {Map<string, string>} */
const waiting = new Map();
let offset = page === null ? 0 : Number(page.dataset.now) - Date.now();

/** @param {Element} part */
function isTouched(part) {
  const active = document.activeElement;
  if (active !== null && active !== document.body && part.contains(active)) return true;
  return [...part.querySelectorAll('input, textarea, select')].some((field) => {
    if (field.type === 'hidden') return false;
    if (field.type === 'checkbox' || field.type === 'radio') return field.checked !== field.defaultChecked;
    if (field.tagName === 'SELECT') return field.selectedIndex !== Math.max(0, [...field.options].findIndex((option) => option.defaultSelected));
    return field.value !== field.defaultValue;
  });
}

function place() {
  for (const [name, html] of waiting) {
    const part = page.querySelector(`[data-part="${name}"]`);
    if (part === null) waiting.delete(name);
    else if (!isTouched(part)) {
      const open = new Set([...part.querySelectorAll('details[open] > summary')].map((summary) => summary.textContent));
      part.innerHTML = html;
      for (const summary of part.querySelectorAll('details > summary')) if (open.has(summary.textContent)) summary.parentElement.open = true;
      waiting.delete(name);
    }
  }
  tick();
  say(waiting.size === 0 ? 'on' : 'new');
}

/** @param {'on' | 'off' | 'new'} what */
function say(what) {
  const words = state?.dataset[what];
  if (state && words !== undefined && state.textContent !== words) state.textContent = words;
}

/** The desk fetches itself: its forms are one's own. */
let fetching = false;
let again = false;
async function fetchParts() {
  if (fetching) { again = true; return; }
  fetching = true;
  try {
    const answer = await fetch(location.href, { headers: { Accept: 'text/html' }, redirect: 'error' });
    if (answer.ok) {
      const made = new DOMParser().parseFromString(await answer.text(), 'text/html');
      for (const part of made.querySelectorAll('[data-part]')) waiting.set(part.dataset.part, part.innerHTML);
      place();
    }
  } catch {
    say('off');
  }
  fetching = false;
  if (again) { again = false; void fetchParts(); }
}

/** Counts on from the server's clock, whatever the reader's says. */
function tick() {
  const now = Date.now() + offset;
  const two = new Intl.NumberFormat(document.documentElement.lang, { minimumIntegerDigits: 2, useGrouping: false });
  for (const timer of page.querySelectorAll('[data-ends]')) {
    const left = Math.round((Number(timer.dataset.ends) - now) / 1000);
    const all = Math.abs(left);
    const parts = all < 3600 ? [Math.floor(all / 60), all % 60] : [Math.floor(all / 3600), Math.floor((all % 3600) / 60), all % 60];
    timer.textContent = `${left < 0 ? '\u200E−' : ''}${parts.map((part) => two.format(part)).join(':')}`;
    timer.classList.toggle('late', left < 0);
  }
  for (const bar of page.querySelectorAll('progress[data-began]')) bar.value = Math.min(Number(bar.dataset.all), Math.max(0, (now - Number(bar.dataset.began)) / 1000));
}

/** Of the last thing that was told: what was made before it comes too late. */
let last = 0;
/** @type {EventSource | undefined} */
let source;
function open() {
  source = new EventSource(page.dataset.live);
  source.addEventListener('open', () => { last = 0; say('on'); });
  source.addEventListener('error', () => {
    say('off');
    // An answer that is no stream ends the browser's own tries.
    if (source?.readyState === EventSource.CLOSED) setTimeout(open, 5000 + Math.random() * 5000);
  });
  source.addEventListener('message', ({ data }) => {
    const told = JSON.parse(data);
    if (told.now < last) return;
    last = told.now;
    offset = told.now - Date.now();
    // It has begun or ended: other forms belong to the page now.
    if (told.status !== page.dataset.status && ![...document.querySelectorAll('[data-part], main form')].some(isTouched)) return location.reload();
    if (told.parts === null) return void fetchParts();
    for (const [name, html] of Object.entries(told.parts)) waiting.set(name, html);
    place();
  });
}

if (page !== null && 'EventSource' in window) {
  open();
  document.addEventListener('focusout', () => setTimeout(() => waiting.size > 0 && place(), 0));
  addEventListener('pagehide', () => source?.close());
  addEventListener('pageshow', ({ persisted }) => persisted && open());
  setInterval(tick, 1000);
  tick();
}
