<?php
/**
 * Plugin Name:       Section 117 aftercare checker
 * Description:       A block and a shortcode that show the section 117 aftercare checker. It sends nothing and stores nothing. The law in it has not been reviewed by a solicitor.
 * Version:           {{version}}
 * Requires at least: 5.8
 * Requires PHP:      7.4
 * Author:            The s117-checker authors
 * License:           MIT
 * License URI:       https://opensource.org/license/mit
 * Text Domain:       s117-checker
 *
 * Code: MIT or Apache-2.0, as you choose. MIT is compatible with the GPL, in every version of it.
 * Words of the checker: CC BY 4.0. See the licence files beside this one.
 *
 * The plugin has no options, no table, no cookie and no request of its own. It writes one element into pages that ask
 * for it, and loads one script there.
 */

defined( 'ABSPATH' ) || exit;

const S117_CHECKER_VERSION = '{{version}}';

/**
 * What each setting may be. The checker reads the same settings again by the same rules (xtask/shell/settings.js);
 * here they keep what an editor typed from ever being more than a value.
 */
function s117_checker_allowed() {
	$https = 'https://[^\s/?#@\\\\"\'<>`{|}^]+([/?#][^\s\\\\"\'<>`{|}^]*)?';
	$mail  = 'mailto:[^\s@?&#\\\\"\'<>`{|}^]+@[^\s@?#\\\\"\'<>`{|}^]+(\?[^\s#\\\\"\'<>`{|}^]*)?';
	$phone = '(?=(\D*\d){3,15}\D*$)\+?[\d ()-]{3,23}';
	return array(
		'lang'       => 'en|cy',
		'nation'     => 'england|wales',
		'journey'    => 'entitled|who-pays|problem',
		'words'      => 'full|short',
		'accent'     => '#([0-9a-f]{3}|[0-9a-f]{6})|[a-z]{3,24}|(rgb|hsl)a?\([\d\s.,%/a-z+-]{5,60}\)',
		'font'       => '[\w\x{c0}-\x{24f}][\w\x{c0}-\x{24f} .-]{0,59}',
		'radius'     => '(1?\d|2[0-3])(\.\d{1,2})?(px)?|24(\.0{1,2})?(px)?',
		'scheme'     => 'light|dark|auto',
		'help-name'  => '.{1,80}',
		'help-phone' => $phone,
		'help-url'   => "(?=.{1,500}$)($https|$mail|tel:$phone)",
		'exit'       => "on|(?=.{1,500}$)$https",
	);
}

/** The settings that are safe, by name; and the names of those that are not. */
function s117_checker_settings( $given ) {
	// What nobody sees but browsers act on: control characters and direction marks.
	$unseen  = '~[\x00-\x1f\x7f-\x{9f}\x{200b}-\x{200f}\x{2028}-\x{202e}\x{2060}-\x{206f}\x{feff}\x{fffd}]~u';
	$safe    = array();
	$refused = array();
	foreach ( s117_checker_allowed() as $name => $pattern ) {
		$value = isset( $given[ $name ] ) && is_scalar( $given[ $name ] ) ? (string) $given[ $name ] : '';
		// WordPress stores "&" as "&amp;" for those who may not write every kind of HTML.
		$value = trim( html_entity_decode( $value, ENT_QUOTES, 'UTF-8' ) );
		if ( '' === $value || ( 'exit' === $name && 'off' === $value ) ) {
			continue;
		}
		// Text that is not UTF-8 makes either match fail.
		if ( 0 === preg_match( $unseen, $value ) && 1 === preg_match( "~^(?:$pattern)$~iuD", $value ) ) {
			$safe[ $name ] = $value;
		} else {
			$refused[] = $name;
		}
	}
	// A Welsh page shows the checker in Welsh, unless it says otherwise.
	if ( ! isset( $safe['lang'] ) && 0 === strpos( get_locale(), 'cy' ) ) {
		$safe = array( 'lang' => 'cy' ) + $safe;
	}
	return array( $safe, $refused );
}

/** The folder that index.html and embed.js are served from. Filter it where a host does not serve them from here. */
function s117_checker_folder() {
	return trailingslashit( apply_filters( 's117_checker_folder', plugins_url( '', __FILE__ ) ) );
}

/**
 * The checker as HTML.
 *
 * `<s117-checker>` holds a link, which stays wherever the script does not run: blocked by a policy or a consent
 * manager, or held back by a plugin for speed. Not a frame: once the script ran, the checker would load twice. Only
 * where the browser has no script at all can a frame stand there too; it then shows the short guide.
 * With script="off" there is a plain frame and no script.
 *
 * Only what may stand within a paragraph: WordPress makes one of a line on which a shortcode is not alone.
 *
 * @param array  $given   The settings, by name.
 * @param string $wrapper Attributes of the element around it, already escaped. Themes give blocks their place in the
 *                        column, and neither a frame nor an unknown element is a block to them.
 */
function s117_checker_html( $given, $wrapper = 'class="s117-checker" style="display:block"' ) {
	list( $settings, $refused ) = s117_checker_settings( $given );

	$page     = add_query_arg( 'ver', S117_CHECKER_VERSION, s117_checker_folder() . 'index.html' );
	$fragment = array();
	// Said, or a plugin that joins scripts into one would have embed.js look for the page beside the joined file.
	$element  = sprintf( ' src="%s"', esc_url( $page ) );
	foreach ( $settings as $name => $value ) {
		$fragment[] = $name . '=' . rawurlencode( $value );
		$element   .= sprintf( ' %s="%s"', $name, esc_attr( $value ) );
	}
	if ( $fragment ) {
		$page .= '#' . implode( '&', $fragment );
	}

	$titles = require __DIR__ . '/titles.php';
	$lang   = isset( $settings['lang'], $titles[ $settings['lang'] ] ) ? $settings['lang'] : 'en';
	$link   = sprintf( '<a lang="%s" href="%s">%s</a>', $lang, esc_url( $page ), esc_html( $titles[ $lang ] ) );
	// Never allow-same-origin: without it, the scripts of this site cannot read what a visitor does in the checker.
	$sandbox = 'allow-scripts allow-forms allow-downloads allow-modals allow-popups allow-popups-to-escape-sandbox';
	if ( isset( $settings['exit'] ) ) {
		$sandbox .= ' allow-top-navigation-by-user-activation';
	}
	$frame = sprintf(
		'<iframe src="%s" title="%s" lang="%s" sandbox="%s" allow="clipboard-write" referrerpolicy="no-referrer" loading="lazy" width="100%%" height="960" style="border:0"></iframe>',
		esc_url( $page ),
		esc_attr( $titles[ $lang ] ),
		$lang,
		$sandbox
	);

	if ( is_feed() ) {
		$html = $link;
	} elseif ( ( isset( $given['script'] ) && 'off' === $given['script'] ) || ( defined( 'REST_REQUEST' ) && REST_REQUEST ) ) {
		// The block editor's preview comes by REST, and runs no script that it brings.
		$html = $frame;
	} else {
		wp_enqueue_script( 's117-checker' );
		$html = "<s117-checker$element>$link<noscript>$frame</noscript></s117-checker>";
	}
	if ( $refused && current_user_can( 'edit_posts' ) ) {
		/* translators: %s: names of settings, such as accent. */
		$note  = __( 'Only editors see this line. These settings have a value that is not allowed, and were left out: %s', 's117-checker' );
		$html .= '<br>' . esc_html( sprintf( $note, implode( ', ', $refused ) ) );
	}
	return "<span $wrapper>$html</span>";
}

/** [s117_checker lang="cy" accent="#1d6140"] */
function s117_checker_shortcode( $attributes ) {
	return s117_checker_html( is_array( $attributes ) ? $attributes : array() );
}

/** The block. Its attributes have the names of the settings in camelCase. */
function s117_checker_block( $attributes ) {
	$given = array();
	foreach ( $attributes as $name => $value ) {
		$given[ strtolower( preg_replace( '/[A-Z]/', '-$0', $name ) ) ] = $value;
	}
	return s117_checker_html( $given, get_block_wrapper_attributes( array( 'style' => 'display:block' ) ) );
}

add_action(
	'init',
	function () {
		wp_register_script( 's117-checker', s117_checker_folder() . 'embed.js', array(), S117_CHECKER_VERSION, true );
		add_shortcode( 's117_checker', 's117_checker_shortcode' );

		$uses = array( 'wp-blocks', 'wp-block-editor', 'wp-components', 'wp-element', 'wp-i18n', 'wp-server-side-render' );
		wp_register_script( 's117-checker-editor', plugins_url( 'editor.js', __FILE__ ), $uses, S117_CHECKER_VERSION, true );
		wp_set_script_translations( 's117-checker-editor', 's117-checker' );
		register_block_type( __DIR__, array( 'render_callback' => 's117_checker_block' ) );
	}
);
