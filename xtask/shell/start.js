// Follows the code that wasm-bindgen writes, in the same module: unpacks the Wasm and starts the checker.
(async function () {
  const { s117 } = window;
  // The page is about to put itself into a frame of its own, and starts there.
  if (s117.nests) return;
  s117.began = true;

  let bytes;
  try {
    const block = document.getElementById("wasm");
    const packed = Uint8Array.from(atob(block.textContent), (letter) => letter.charCodeAt(0));
    block.remove();
    const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
    bytes = await new Response(unpacked).arrayBuffer();
  } catch {
    return s117.failed("broken");
  }

  if (s117.over) return;
  try {
    await __wbg_init({ module_or_path: bytes });
  } catch (error) {
    // Refused by a policy or too new for the browser; anything else is ours.
    const refused = error instanceof WebAssembly.CompileError || error instanceof WebAssembly.LinkError;
    return s117.failed(refused ? "unsupported" : "failed");
  }

  const app = document.getElementById("app");
  if (app.firstElementChild) return s117.started();
  new MutationObserver((_, observer) => {
    observer.disconnect();
    s117.started();
  }).observe(app, { childList: true });
})();
