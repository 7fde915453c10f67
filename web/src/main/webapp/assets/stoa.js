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

if (['dark', 'light'].includes(chosenTheme())) {
  root.dataset.theme = chosenTheme();
}
root.dataset.scripts = '';

if (document.readyState === 'loading') {
  await new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve, { once: true }));
}

document.querySelectorAll('[data-theme-toggle]').forEach(setUpTheme);
document.querySelectorAll('details.menu').forEach(closeOnEscape);
setUpPictures(document.querySelectorAll('[data-picture]'));
document.querySelectorAll('[data-cart-count]').forEach((count) => {
  showCartCount(count);
  // A page that comes back by the Back button may be older than the cart.
  addEventListener('pageshow', () => showCartCount(count));
});
