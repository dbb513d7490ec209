/** `/` on any page leads to the search, or to its field where the page has one. */
document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
  const target = event.target;
  if (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select'))
  )
    return;
  const field = document.querySelector<HTMLInputElement>('input[type="search"]');
  event.preventDefault();
  if (field) field.focus();
  else document.querySelector<HTMLAnchorElement>('a[data-search]')?.click();
});
