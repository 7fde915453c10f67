// A job's page follows the job by its events, or asks again and again where these can't be had. Without scripts the page asks for
// itself again.

const SECOND = 1000;
const LONGEST_PAUSE = 15 * SECOND;
const MOST_LINES = 200;

const page = document.querySelector('[data-job]');
const bar = page.querySelector('progress');
const count = page.querySelector('.job-count');
const message = page.querySelector('.job-message');
const state = page.querySelector('[data-job-state]');
const lines = page.querySelector('.job-lines');
const address = `/api/v1/jobs/${page.dataset.job}`;

// Those who listen hear what changes only.
function say(element, text) {
  if (element.textContent !== text) {
    element.textContent = text;
  }
}

function show(job) {
  const { done, total } = job.progress;
  const words = total > 0 ? count.dataset.measured : count.dataset.counted;
  if (total > 0) {
    bar.max = total;
    bar.value = done;
  } else {
    bar.removeAttribute('value');
  }
  say(count, words.replace('{0}', done.toLocaleString('en')).replace('{1}', total.toLocaleString('en')));
  say(message, job.progress.message);
  say(state, state.dataset[job.state]);
}

// As the server writes it.
function tell({ number, at, text }) {
  const last = lines.scrollTop + lines.clientHeight >= lines.scrollHeight - 1;
  const line = document.createElement('li');
  line.textContent = `${at.slice(11, 19)} ${text}`;
  lines.append(line);
  lines.dataset.last = number;
  while (lines.children.length > MOST_LINES) {
    lines.firstElementChild.remove();
  }
  if (last) {
    lines.scrollTop = lines.scrollHeight;
  }
}

// What became of a finished job is for the server to show.
function isFinished(job) {
  return !['ready', 'waiting', 'running'].includes(job.state);
}

let pause = SECOND;

async function ask() {
  try {
    const response = await fetch(address, { cache: 'no-store', signal: AbortSignal.timeout(10 * SECOND) });
    if (!response.ok) {
      throw new Error(`Status ${response.status}`);
    }
    const job = await response.json();
    if (isFinished(job)) {
      location.reload();
      return;
    }
    show(job);
    pause = SECOND;
  } catch {
    // The shop may be away for a moment: ask less often.
    pause = Math.min(pause * 2, LONGEST_PAUSE);
  }
  setTimeout(ask, pause);
}

// A browser has few connections to a shop: a page that nobody looks at holds none.
function listen() {
  const events = new EventSource(`${address}/events?after=${lines.dataset.last}`);
  events.addEventListener('line', (event) => tell(JSON.parse(event.data)));
  events.addEventListener('job', (event) => show(JSON.parse(event.data)));
  events.addEventListener('end', () => {
    events.close();
    location.reload();
  });
  events.addEventListener('error', () => {
    // It comes back by itself, unless it was refused.
    if (events.readyState === EventSource.CLOSED) {
      setTimeout(ask, pause);
    }
  });
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) {
      events.close();
      document.addEventListener('visibilitychange', listen, { once: true });
    }
  }, { once: true });
}

if ('EventSource' in window) {
  listen();
} else {
  setTimeout(ask, pause);
}
