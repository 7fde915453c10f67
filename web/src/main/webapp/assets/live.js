// Parts of a page that follow what they show, and say so. Without scripts the page asks for itself again.

const PAUSE = 3000;
const LONGEST_PAUSE = 30000;

const ways = document.getElementById('live');
let pause = PAUSE;
let updated = new Date();
let held = false;

// What was told once is not told again by a page that asks for itself.
const address = new URL(location);
for (const told of ['notice', 'changed', 'chosen-jobs']) {
  address.searchParams.delete(told);
}
history.replaceState(null, '', address);

// Nobody loses what he has chosen, opened or where he is.
function isInUse(part) {
  return part.contains(document.activeElement) || part.querySelector('input:checked, details.sure[open]') !== null;
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

function isPaused() {
  return ways !== null && ways.querySelector('button').getAttribute('aria-pressed') === 'true';
}

function say(element, text) {
  if (element.textContent !== text) {
    element.textContent = text;
  }
}

// Those who listen hear of a shop that is away, not of every look.
function tell(lost) {
  if (ways === null) {
    return;
  }
  const time = updated.toISOString().slice(11, 19) + ' UTC';
  const { updated: fresh, held: inUse, paused } = ways.dataset;
  say(ways.querySelector('.live-lost'), lost ? ways.dataset.lost.replace('{0}', time) : '');
  say(ways.querySelector('.live-now'), lost ? '' : isPaused() ? paused : held ? inUse : fresh.replace('{0}', time));
}

async function follow() {
  try {
    if (!isPaused()) {
      await refresh();
    }
    pause = PAUSE;
    tell(false);
  } catch {
    // The shop may be away for a moment: ask less often.
    pause = Math.min(pause * 2, LONGEST_PAUSE);
    tell(true);
  }
  setTimeout(follow, pause);
}

if (ways !== null) {
  ways.hidden = false;
  const button = ways.querySelector('button');
  button.addEventListener('click', () => {
    button.setAttribute('aria-pressed', String(!isPaused()));
    tell(false);
  });
  tell(false);
  setTimeout(follow, pause);
}

// A page that is told when its parts are old asks for them then, once for whatever comes in a moment.
let due = false;

function refreshSoon(delay) {
  if (!due) {
    due = true;
    setTimeout(async () => {
      due = false;
      try {
        await refresh();
      } catch {
        refreshSoon(LONGEST_PAUSE);
      }
    }, delay);
  }
}

document.addEventListener('stale', () => refreshSoon(PAUSE / 3));
