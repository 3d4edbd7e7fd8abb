// Wagtail makes a slug from the title by dropping letters it does not know, and it does not
// know most of Vietnamese: "Bát phở" would become "bat-ph". Fold the marks away first.
(() => {
  const fold = (text) =>
    text
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .replace(/đ/g, 'd')
      .replace(/Đ/g, 'D')
      .normalize('NFC');

  for (const name of ['w-sync:check', 'w-sync:apply']) {
    document.addEventListener(
      name,
      ({ detail }) => {
        if (detail && typeof detail.value === 'string') detail.value = fold(detail.value);
      },
      { capture: true },
    );
  }
})();
