// What pages gain with scripts. Every page is complete without them.

const root = document.documentElement;
const THEME = 'stoa-theme';

// Storage may be refused to us.
function chosenTheme() {
  try {
    return localStorage.getItem(THEME);
  } catch {
    return null;
  }
}

function keepTheme(theme) {
  try {
    localStorage.setItem(THEME, theme);
  } catch {
    // It holds for this page at least.
  }
}

function isDark() {
  return root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
}

function setUpTheme(toggle) {
  const show = () => toggle.setAttribute('aria-pressed', String(isDark()));
  toggle.addEventListener('click', () => {
    root.dataset.theme = isDark() ? 'light' : 'dark';
    keepTheme(root.dataset.theme);
    show();
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', show);
  show();
}

// Pages are the same for everybody; how many pieces are in the cart is in a cookie. The unit is for those who listen.
function showCartCount(count) {
  const pieces = /(?:^|;\s*)stoa-cart=(\d{1,4})(?:;|$)/.exec(document.cookie);
  const unit = pieces?.[1] === '1' ? count.dataset.one : count.dataset.many;
  count.textContent = pieces ? pieces[1] : '';
  count.nextElementSibling.textContent = pieces ? unit : '';
}

// Pages are the same for everybody: who is signed in is asked for, where a cookie tells that somebody may be. His name takes the
// place of a word that has the same room, and is only ever set as text.
const MEMBER_PATIENCE = 4000; // ms

async function memberName() {
  if (!/(?:^|;\s*)stoa-member=1(?:;|$)/.test(document.cookie)) {
    return '';
  }
  try {
    const answer = await fetch('/api/v1/members/me', { signal: AbortSignal.timeout(MEMBER_PATIENCE) });
    if (answer.status === 401) {
      // His session has ended before the cookie.
      document.cookie = 'stoa-member=; path=/; max-age=0';
    }
    return answer.ok ? (await answer.json()).name : '';
  } catch {
    return '';
  }
}

async function showMember(word) {
  const name = await memberName();
  word.textContent = name || word.dataset.account;
  word.nextElementSibling.textContent = name && word.dataset.account;
}

// Shows a picture without moving the rest of the page.
function setUpPictures(links) {
  links.forEach((link) =>
    link.addEventListener('click', (event) => {
      const picture = document.getElementById(link.hash.slice(1));
      event.preventDefault();
      picture.parentElement.scrollTo({ left: picture.offsetLeft - picture.parentElement.offsetLeft });
    }),
  );
}

function closeOnEscape(menu) {
  menu.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && menu.open) {
      menu.open = false;
      menu.querySelector('summary').focus();
    }
  });
}

// Suggestions below the box for words: a combobox with a list (ARIA Authoring Practices, "Editable Combobox With List
// Autocomplete"). Titles come from anywhere, so they are only ever set as text.
const TYPING_PAUSE = 180; // ms
const SUGGESTION_PATIENCE = 4000; // ms

// encodeURIComponent throws at half a character.
function wellFormed(text) {
  return text.toWellFormed?.() ?? text;
}

function setUpSuggestions(words) {
  const list = document.createElement('ul');
  list.id = 'suggestions';
  list.className = 'suggestions';
  list.hidden = true;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', words.dataset.list);
  const said = document.createElement('span');
  said.className = 'unseen';
  said.setAttribute('role', 'status');
  words.form.append(list, said);
  words.setAttribute('role', 'combobox');
  words.setAttribute('aria-autocomplete', 'list');
  words.setAttribute('aria-controls', list.id);
  words.setAttribute('aria-expanded', 'false');

  let asked = null;
  let pause = 0;
  let chosen = -1;

  function choose(index) {
    const items = [...list.children];
    // Past either end is the box itself.
    chosen = index >= items.length ? -1 : index;
    items.forEach((item, at) => item.setAttribute('aria-selected', String(at === chosen)));
    if (chosen < 0) {
      words.removeAttribute('aria-activedescendant');
    } else {
      words.setAttribute('aria-activedescendant', items[chosen].id);
      items[chosen].scrollIntoView({ block: 'nearest' });
    }
  }

  function close() {
    clearTimeout(pause);
    asked?.abort();
    asked = null;
    list.hidden = true;
    list.replaceChildren();
    said.textContent = '';
    words.setAttribute('aria-expanded', 'false');
    choose(-1);
  }

  function option({ text, kind, url }, at) {
    const item = document.createElement('li');
    item.id = `suggestion-${at}`;
    item.setAttribute('role', 'option');
    item.setAttribute('aria-selected', 'false');
    item.dataset.url = url;
    const label = document.createElement('span');
    label.dir = 'auto';
    label.textContent = text;
    const sort = document.createElement('span');
    sort.className = 'suggestion-kind';
    sort.textContent = kind === 'author' ? words.dataset.author : words.dataset.title;
    item.append(label, sort);
    return item;
  }

  function show(items) {
    list.replaceChildren(...items.map(option));
    list.hidden = items.length === 0;
    words.setAttribute('aria-expanded', String(items.length > 0));
    said.textContent = items.length ? words.dataset.count.replace('{0}', items.length) : '';
    choose(-1);
  }

  async function ask() {
    asked?.abort();
    const request = new AbortController();
    asked = request;
    const patience = setTimeout(() => request.abort(), SUGGESTION_PATIENCE);
    try {
      const answer = await fetch(`/api/v1/search/suggestions?q=${encodeURIComponent(wellFormed(words.value.trim()))}`, {
        signal: request.signal,
        credentials: 'omit',
      });
      const items = answer.ok ? (await answer.json()).items : [];
      if (asked === request && document.activeElement === words) {
        show(items);
      }
    } catch {
      // Aborted or away: the form works without suggestions.
    } finally {
      clearTimeout(patience);
    }
  }

  words.addEventListener('input', () => {
    clearTimeout(pause);
    if (words.value.trim().length < 2) {
      close();
    } else {
      pause = setTimeout(ask, TYPING_PAUSE);
    }
  });
  words.addEventListener('keydown', (event) => {
    if (event.isComposing) {
      return;
    }
    if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault();
      close();
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && !list.hidden) {
      event.preventDefault();
      const up = chosen < 0 ? list.children.length - 1 : chosen - 1;
      choose(event.key === 'ArrowDown' ? chosen + 1 : up);
    } else if (event.key === 'Enter' && chosen >= 0) {
      event.preventDefault();
      location.assign(list.children[chosen].dataset.url);
    }
  });
  words.addEventListener('blur', close);
  // Before the box loses the focus, which would take the list away.
  list.addEventListener('mousedown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    const item = event.target.closest('[data-url]');
    if (item) {
      location.assign(item.dataset.url);
    }
  });
}

if (['dark', 'light'].includes(chosenTheme())) {
  root.dataset.theme = chosenTheme();
}
root.dataset.scripts = '';

if (document.readyState === 'loading') {
  await new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve, { once: true }));
}

document.querySelectorAll('[data-theme-toggle]').forEach(setUpTheme);
document.querySelectorAll('details.menu').forEach(closeOnEscape);
document.querySelectorAll('[data-suggest]').forEach(setUpSuggestions);
setUpPictures(document.querySelectorAll('[data-picture]'));
document.querySelectorAll('[data-cart-count]').forEach((count) => {
  showCartCount(count);
  // A page that comes back by the Back button may be older than the cart.
  addEventListener('pageshow', () => showCartCount(count));
});
document.querySelectorAll('[data-member-name]').forEach((word) => {
  showMember(word);
  // He may have signed out since a page that comes back by the Back button.
  addEventListener('pageshow', (event) => event.persisted && showMember(word));
});
