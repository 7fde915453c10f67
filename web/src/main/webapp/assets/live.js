// Parts of a page that follow what they show. Without scripts the page asks for itself again.

const PAUSE = 3000;
const LONGEST_PAUSE = 30000;

let pause = PAUSE;

// Nobody loses what he has chosen or where he is.
function isInUse(part) {
  return part.contains(document.activeElement) || part.querySelector('input:checked') !== null;
}

async function follow() {
  try {
    const response = await fetch(location, { cache: 'no-store', signal: AbortSignal.timeout(LONGEST_PAUSE) });
    if (!response.ok || response.redirected) {
      throw new Error(`Status ${response.status}`);
    }
    const now = new DOMParser().parseFromString(await response.text(), 'text/html');
    for (const part of document.querySelectorAll('[data-live]')) {
      const next = now.getElementById(part.id);
      if (next !== null && !isInUse(part) && part.innerHTML !== next.innerHTML) {
        part.replaceChildren(...next.childNodes);
      }
    }
    pause = PAUSE;
  } catch {
    // The shop may be away for a moment: ask less often.
    pause = Math.min(pause * 2, LONGEST_PAUSE);
  }
  setTimeout(follow, pause);
}

setTimeout(follow, pause);
