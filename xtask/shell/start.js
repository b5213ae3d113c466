// Follows the code that wasm-bindgen writes, lzip.js and drawn.js, in the same module: unpacks the Wasm and starts the checker.
function soon() {
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = done;
    port2.postMessage(0);
  });
}

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
    const more = unlzip(packed);
    // With breaks, in which the page answers: all at once would hold it up for a third of a second on an old phone.
    while (!(bytes = more(65536))) await soon();
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

  whenDrawn(s117.started);
})();
