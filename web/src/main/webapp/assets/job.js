// A job's page follows the job. Without scripts the page asks for itself again.

const SECOND = 1000;
const LONGEST_PAUSE = 15 * SECOND;

const page = document.querySelector('[data-job]');
const bar = page.querySelector('progress');
const count = page.querySelector('.job-count');
const message = page.querySelector('.job-message');
const state = page.querySelector('[data-job-state]');

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

// What became of a finished job is for the server to show.
function isFinished(job) {
  return !['ready', 'waiting', 'running'].includes(job.state);
}

let pause = SECOND;

async function follow() {
  try {
    const response = await fetch(`/api/v1/jobs/${page.dataset.job}`, { cache: 'no-store', signal: AbortSignal.timeout(10 * SECOND) });
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
  setTimeout(follow, pause);
}

setTimeout(follow, pause);
