// Finds what a person would point at: by its words, where it stands.
const { kind, name, beside } = GIVEN;
const flat = text => (text || '').replace(/\s+/g, ' ').trim().toLowerCase();
const seen = e => e.checkVisibility({ visibilityProperty: true }) && e.getClientRects().length > 0;
const kinds = { link: 'a[href]', button: 'button', summary: 'summary', field: 'input:not([type=hidden]), select, textarea' };
const labels = e => [...(e.labels || [])].map(label => label.innerText);
const names = e => [e.getAttribute('aria-label'), ...labels(e), kind === 'field' ? '' : e.innerText, e.title, e.placeholder]
  .map(flat).filter(words => words);
const wanted = flat(name);
// How well the words fit: the whole name, its beginning, a part of it.
const fit = e => Math.min(...names(e).map(words => words === wanted ? 0 : words.startsWith(wanted) ? 1 : words.includes(wanted) ? 2 : 9), 9);
// How far up one must go from it to what also holds the words beside it.
const far = e => {
  let steps = 0;
  for (let at = e; at; at = at.parentElement, steps++) if (flat(at.innerText).includes(flat(beside))) return steps;
  return Infinity;
};
const found = [...document.querySelectorAll(kinds[kind])]
  .filter(e => !e.disabled && (seen(e) || [...(e.labels || [])].some(seen)))
  .map(e => ({ e, order: [fit(e), beside ? far(e) : 0, e.closest('main') ? 0 : 1] }))
  .filter(one => one.order[0] < 9 && one.order[1] < Infinity);
found.sort((a, b) => a.order[0] - b.order[0] || a.order[1] - b.order[1] || a.order[2] - b.order[2]);
const best = found.length ? found[0].e : null;
return best && (seen(best) ? best : [...best.labels].find(seen));
