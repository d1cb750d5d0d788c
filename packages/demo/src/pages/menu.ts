/** The menu closes by Escape, by a click elsewhere and when the focus leaves it, as menus do. */
for (const menu of document.querySelectorAll<HTMLDetailsElement>('[data-menu]')) {
  const close = (): void => {
    menu.open = false;
  };
  menu.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !menu.open) return;
    close();
    menu.querySelector('summary')?.focus();
  });
  menu.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !menu.contains(relatedTarget)) close();
  });
  document.addEventListener('pointerdown', (event) => {
    if (!event.composedPath().includes(menu)) close();
  });
}
