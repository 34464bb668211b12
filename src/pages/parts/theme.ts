/** Light or dark: as the system has it, or as somebody chose on this computer. */
import { makeButton } from './make-element';

type Theme = 'light' | 'dark';

const keptAs = 'nianbao-theme';
const others: Readonly<Record<Theme, Theme>> = { light: 'dark', dark: 'light' };
const captions: Readonly<Record<Theme, string>> = { light: '深色', dark: '浅色' };

/** Sets the page's colours, and follows the system as long as nobody has chosen. */
export function followTheme(): void {
  const system = window.matchMedia('(prefers-color-scheme: dark)');
  const follow = (): void => {
    setTheme(keptTheme() ?? (system.matches ? 'dark' : 'light'));
  };
  system.addEventListener('change', follow);
  follow();
}

/** The switch; it says what pressing it gives. */
export function themeButton(): HTMLButtonElement {
  const button = makeButton(captions[themeNow()], () => {
    const next = others[themeNow()];
    keepTheme(next);
    setTheme(next);
    button.textContent = captions[next];
  });
  return button;
}

function setTheme(theme: Theme): void {
  document.documentElement.setAttribute('data-theme', theme);
}

function themeNow(): Theme {
  return document.documentElement.getAttribute('data-theme') === 'dark' ? 'dark' : 'light';
}

/** A page that is framed or opened as a file may be given no store. */
function keptTheme(): Theme | null {
  try {
    const kept = localStorage.getItem(keptAs);
    return kept === 'dark' || kept === 'light' ? kept : null;
  } catch {
    return null;
  }
}

function keepTheme(theme: Theme): void {
  try {
    localStorage.setItem(keptAs, theme);
  } catch {
    // It holds as long as the page is open.
  }
}
