//! Android's Back as "previous question", where the browser offers `CloseWatcher`.
//!
//! It leaves no trace in the history, which is why it is used and history entries are not. Only where
//! people point with a finger: elsewhere a close request is the Escape key, which should not turn pages.

use gloo::utils::window;
use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};

/// Waits for one close request. Dropped, it waits no more.
pub struct CloseWatcher {
    watcher: JsValue,
    _on_close: Closure<dyn FnMut()>,
}

impl CloseWatcher {
    /// Calls back on the next close request, if this browser can tell.
    pub fn new(on_close: impl FnMut() + 'static) -> Option<Self> {
        if !super::browser::by_touch() {
            return None;
        }
        let class: Function =
            Reflect::get(&window(), &JsValue::from_str("CloseWatcher")).ok()?.dyn_into().ok()?;
        let watcher = Reflect::construct(&class, &Array::new()).ok()?;
        let on_close = Closure::<dyn FnMut()>::new(on_close);
        Reflect::set(&watcher, &JsValue::from_str("onclose"), on_close.as_ref()).ok()?;
        Some(Self { watcher, _on_close: on_close })
    }
}

impl Drop for CloseWatcher {
    fn drop(&mut self) {
        let destroy = Reflect::get(&self.watcher, &JsValue::from_str("destroy"));
        if let Some(destroy) = destroy.ok().and_then(|it| it.dyn_into::<Function>().ok()) {
            // A watcher that has closed already has nothing left to destroy.
            let _ = destroy.call0(&self.watcher);
        }
    }
}
