(() => {
  const root = document.documentElement;
  root.classList.add('js');
  try {
    const theme = localStorage.getItem('round-trip:theme');
    if (/"(made|place)"/.test(localStorage.getItem('round-trip:progress'))) {
      root.classList.add('returning');
    }
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  } catch {}
})();
