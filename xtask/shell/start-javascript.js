// Follows the code that wasm-bindgen and wasm2js write (xtask/src/javascript.rs) and drawn.js, in the same module: starts
// the checker as JavaScript, where WebAssembly is switched off.

/** Puts the words and tables where the code expects them. `s117Data` has places, each with its bytes as characters. */
function fill(memory) {
  for (let i = 0; i < s117Data.length; i += 2) {
    const bytes = s117Data[i + 1];
    for (let at = 0; at < bytes.length; at++) memory[s117Data[i] + at] = bytes.charCodeAt(at);
  }
}

(function () {
  const { s117 } = window;
  // The page is about to put itself into a frame of its own, and starts there.
  if (s117.nests) return;
  s117.began = true;
  if (s117.over) return;
  try {
    __wbg_finalize_init({ exports: asmFunc(__wbg_get_imports()) });
  } catch {
    return s117.failed("failed");
  }
  whenDrawn(s117.started);
})();
