//! The block in the hands of an editor: put into a page in the block editor, set in the sidebar, published, visited.

use crate::site::Site;
use browser_tests::{engine::Engine, in_every_engine, session::Session};
use serde_json::json;

in_every_engine!(an_editor_adds_the_block_and_sets_it);

fn an_editor_adds_the_block_and_sets_it(engine: Engine) {
    let (site, session) = (Site::with_plugin(), Session::start(engine));
    site.sign_in(&session, "editor");
    session.open(&site.address("/wp-admin/post-new.php?post_type=page&post_title=Aftercare"));
    session.wait_for_script(
        "the editor",
        "return !!(window.wp && wp.blocks && wp.blocks.getBlockType('s117-checker/checker')
            && document.querySelector('.edit-post-layout, .editor-editor-interface'))",
        &[],
    );
    session.script(
        "wp.data.dispatch('core/preferences').set('core/edit-post', 'welcomeGuide', false);
         const block = wp.blocks.createBlock('s117-checker/checker', { accent: '#7a1f5c' });
         wp.data.dispatch('core/block-editor').insertBlock(block);
         wp.data.dispatch('core/block-editor').selectBlock(block.clientId);
         wp.data.dispatch('core/edit-post').openGeneralSidebar('edit-post/block')",
        &[],
    );

    // The preview is the real frame, with what is set.
    let preview = |setting: &str| {
        session.wait_for_script(
            &format!("a preview with {setting}"),
            "const pages = [document, ...[...document.querySelectorAll('iframe[name=editor-canvas]')]
                .map(canvas => canvas.contentDocument)];
             const frame = pages.map(page => page.querySelector('iframe[src*=s117-checker]')).find(Boolean);
             return !!frame && !frame.sandbox.contains('allow-same-origin') && frame.src.includes(arguments[0])",
            &[json!(setting)],
        );
    };
    preview("#accent=%237a1f5c");
    // In the sidebar, with the mouse and the keyboard.
    let select = "//label[text()='%s']/ancestor::*[contains(@class,'components-base-control')][1]//select";
    let field = |label: &str| {
        session.wait_for_script(
            &format!("the sidebar with {label}"),
            "const path = arguments[0].replace('%s', arguments[1]);
             const control = document.evaluate(path, document, null, 9).singleNodeValue;
             if (!control) return false;
             control.dataset.test = arguments[1];
             control.scrollIntoView({ block: 'center' });
             const { left, top, bottom } = control.getBoundingClientRect();
             return document.elementFromPoint(left + 9, (top + bottom) / 2) === control",
            &[json!(select), json!(label)],
        );
        format!("select[data-test='{label}']")
    };
    session.select(&field("Language"), "cy");
    preview("lang=cy");
    session.select(&field("Which nation to list first"), "wales");
    preview("nation=wales");

    session.script(
        "wp.data.dispatch('core/editor').editPost({ status: 'publish', slug: 'aftercare' });
         wp.data.dispatch('core/editor').savePost()",
        &[],
    );
    session.wait_for_script(
        "the page to be saved",
        "const editor = wp.data.select('core/editor');
         return !editor.isSavingPost() && editor.didPostSaveRequestSucceed() && !editor.isEditedPostNew()",
        &[],
    );
    assert_eq!(
        session.script("return wp.data.select('core/editor').getEditedPostContent()", &[]),
        json!(
            "<!-- wp:s117-checker/checker {\"lang\":\"cy\",\"nation\":\"wales\",\"accent\":\"#7a1f5c\"} /-->"
        )
    );
    session.open(&site.address("/aftercare/"));
    let css = "s117-checker[lang=cy][nation=wales][accent='#7a1f5c']";
    assert_eq!(session.count(css), 1, "{engine:?}: what was set is in the page");
    assert_eq!(site.complaints(), [""; 0], "{engine:?}");
}
