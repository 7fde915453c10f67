// Parts of a page that follow what they show, and say so. Without scripts the page asks for itself again.

const PAUSE = 3000;
const LONGEST_PAUSE = 30000;

const ways = document.getElementById('live');
let updated = new Date();
let lost = false;
let held = false;

// What was told or chosen once is neither told nor chosen again by a page that asks for itself.
const address = new URL(location);
for (const once of ['notice', 'changed', 'chosen-jobs', 'chosen']) {
  address.searchParams.delete(once);
}
history.replaceState(null, '', address);

function isSelectedIn(part) {
  const selection = getSelection();
  return !selection.isCollapsed && selection.rangeCount > 0 && selection.getRangeAt(0).intersectsNode(part);
}

// Nobody loses what he has chosen, marked or opened, or where he is.
function isInUse(part) {
  return part.contains(document.activeElement)
    || isSelectedIn(part)
    || part.querySelector('input:checked, details.sure[open]') !== null;
}

async function refresh() {
  const response = await fetch(address, { cache: 'no-store', signal: AbortSignal.timeout(LONGEST_PAUSE) });
  if (!response.ok || response.redirected) {
    throw new Error(`Status ${response.status}`);
  }
  const now = new DOMParser().parseFromString(await response.text(), 'text/html');
  held = false;
  for (const part of document.querySelectorAll('[data-live]')) {
    const next = now.getElementById(part.id);
    if (next !== null && part.innerHTML !== next.innerHTML) {
      if (isInUse(part)) {
        held = true;
      } else {
        part.replaceChildren(...next.childNodes);
      }
    }
  }
  updated = new Date();
}

// One look at a time; a sooner one takes the place of a later one.
let timer = null;
let due = Infinity;

function after(delay, look) {
  const then = Date.now() + delay;
  if (then < due) {
    clearTimeout(timer);
    due = then;
    timer = setTimeout(() => {
      due = Infinity;
      look();
    }, delay);
  }
}

function isPaused() {
  return ways !== null && ways.querySelector('button').getAttribute('aria-pressed') === 'true';
}

function say(element, text) {
  if (element.textContent !== text) {
    element.textContent = text;
  }
}

// Those who listen hear of a shop that is away, not of every look.
function tell() {
  const time = `${updated.toISOString().slice(11, 19)} UTC`;
  const { updated: fresh, held: inUse, paused, lost: away } = ways.dataset;
  say(ways.querySelector('.live-lost'), lost ? away.replace('{0}', time) : '');
  say(ways.querySelector('.live-now'), lost ? '' : isPaused() ? paused : held ? inUse : fresh.replace('{0}', time));
}

let pause = PAUSE;

async function follow() {
  try {
    if (!isPaused()) {
      await refresh();
      lost = false;
    }
    pause = PAUSE;
  } catch {
    // The shop may be away for a moment: ask less often.
    pause = Math.min(pause * 2, LONGEST_PAUSE);
    lost = true;
  }
  tell();
  after(pause, follow);
}

if (ways !== null) {
  ways.hidden = false;
  const button = ways.querySelector('button');
  button.addEventListener('click', () => {
    button.setAttribute('aria-pressed', String(!isPaused()));
    tell();
    after(0, follow);
  });
  tell();
  after(pause, follow);
}

// A page that is told when its parts are old asks for them then, once for whatever comes in a moment.
async function renew() {
  try {
    await refresh();
    pause = PAUSE;
    if (held) {
      after(PAUSE, renew);
    }
  } catch {
    pause = Math.min(pause * 2, LONGEST_PAUSE);
    after(pause, renew);
  }
}

document.addEventListener('stale', () => after(PAUSE / 3, renew));
