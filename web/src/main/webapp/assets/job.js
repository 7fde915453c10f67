// A job's page follows the job by its events, or asks again and again where these can't be had. Without scripts the page asks for
// itself again.

const SECOND = 1000;
const LONGEST_PAUSE = 15 * SECOND;
const MOST_LINES = 200;

const page = document.querySelector('[data-job]');
const bar = page.querySelector('progress');
const count = page.querySelector('.job-count');
const message = page.querySelector('.job-message');
const lines = page.querySelector('.job-lines');
const address = `/api/v1/jobs/${page.dataset.job}`;

// As the server has shown it.
let stand = page.dataset.stand;
let pause = SECOND;
let streamPause = SECOND;
let streamAgain = 0;
let timer = null;
let asking = false;
let events = null;

const MOMENT = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', second: '2-digit', timeZone: 'UTC',
});

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
  // How it stands, why it failed and its attempts are for the server to show.
  const now = `${job.state} ${job.attempts} ${job.error ?? ''}`;
  if (stand !== now) {
    document.dispatchEvent(new Event('stale'));
  }
  stand = now;
}

// As the server writes it.
function tell({ number, at, text }) {
  if (number <= Number(lines.dataset.last)) {
    return;
  }
  const last = lines.scrollTop + lines.clientHeight >= lines.scrollHeight - 1;
  const line = document.createElement('li');
  const time = document.createElement('time');
  time.dateTime = at;
  time.title = `${MOMENT.format(new Date(at))} UTC`;
  time.textContent = at.slice(11, 19);
  line.append(time, ` ${text}`);
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

async function json(path) {
  const response = await fetch(path, { cache: 'no-store', signal: AbortSignal.timeout(10 * SECOND) });
  if (!response.ok) {
    throw new Error(`Status ${response.status}`);
  }
  return response.json();
}

// Once, and then follows on; the shop may be away for a moment: ask less often.
async function ask() {
  timer = null;
  asking = true;
  try {
    const told = await json(`${address}/lines`);
    const job = await json(address);
    told.items.forEach(tell);
    if (isFinished(job)) {
      location.reload();
      return;
    }
    show(job);
    pause = SECOND;
  } catch {
    pause = Math.min(pause * 2, LONGEST_PAUSE);
  }
  asking = false;
  follow();
}

function listen() {
  const stream = new EventSource(`${address}/events?after=${lines.dataset.last}`);
  events = stream;
  stream.addEventListener('open', () => {
    streamPause = SECOND;
  });
  stream.addEventListener('line', (event) => tell(JSON.parse(event.data)));
  stream.addEventListener('job', (event) => show(JSON.parse(event.data)));
  stream.addEventListener('end', () => {
    stream.close();
    location.reload();
  });
  stream.addEventListener('error', () => {
    // It comes back by itself, unless it was refused: by a shop that is away or has too many of them.
    if (events === stream && stream.readyState === EventSource.CLOSED) {
      events = null;
      streamPause = Math.min(streamPause * 2, LONGEST_PAUSE);
      streamAgain = Date.now() + streamPause;
      follow();
    }
  });
}

// By one of both ways at a time.
function follow() {
  if (document.hidden || events !== null || timer !== null || asking) {
    return;
  }
  if ('EventSource' in window && pause === SECOND && Date.now() >= streamAgain) {
    listen();
  } else {
    timer = setTimeout(ask, pause);
  }
}

// A browser has few connections to a shop: a page that nobody looks at holds none.
document.addEventListener('visibilitychange', () => {
  if (document.hidden) {
    clearTimeout(timer);
    timer = null;
    events?.close();
    events = null;
  }
  follow();
});

lines.scrollTop = lines.scrollHeight;
follow();
