<?php
// php do.php SITE ADDRESS ACTION [ARGUMENTS]: what a person with a shell on the server would do.
// WordPress has global variables of its own, such as $action.
list( , $site, $address, $wanted ) = $argv;
$given = array_slice( $argv, 4 );

$_SERVER['HTTP_HOST']   = preg_replace( '~^https?://~', '', $address );
$_SERVER['REQUEST_URI'] = '/';
if ( 'install' === $wanted ) {
	define( 'WP_INSTALLING', true );
}
// The administrator may write every kind of HTML, as on a single site.
if ( 'page' === $wanted ) {
	define( 'DISALLOW_UNFILTERED_HTML', 'admin' !== $given[0] );
}
require "$site/wp-load.php";

switch ( $wanted ) {
	case 'install':
		require ABSPATH . 'wp-admin/includes/upgrade.php';
		wp_install( 'A charity', 'admin', 'admin@example.invalid', true, '', 'local-test' );
		wp_insert_user( array( 'user_login' => 'editor', 'user_pass' => 'local-test', 'user_email' => 'editor@example.invalid', 'role' => 'editor' ) );
		update_option( 'siteurl', $address );
		update_option( 'home', $address );
		update_option( 'permalink_structure', '/%postname%/' );
		switch_theme( $given[0] );
		// A theme that wants the last word on everything.
		wp_update_custom_css_post( 'body * { color: rgb(200, 0, 0) !important; font-family: fantasy !important; letter-spacing: 3px !important; }' );
		flush_rewrite_rules();
		break;

	case 'plugin':
		// As the upload form does it, without a browser.
		require ABSPATH . 'wp-admin/includes/admin.php';
		require ABSPATH . 'wp-admin/includes/class-wp-upgrader.php';
		wp_set_current_user( 1 );
		$upgrader  = new Plugin_Upgrader( new Automatic_Upgrader_Skin() );
		$installed = $upgrader->install( $given[0] );
		if ( true !== $installed ) {
			exit( 'not installed: ' . print_r( $installed, true ) );
		}
		$activated = activate_plugin( $upgrader->plugin_info() );
		if ( is_wp_error( $activated ) ) {
			exit( 'not activated: ' . $activated->get_error_message() );
		}
		break;

	case 'page':
		// As this user saves it: WordPress takes out what the user may not write.
		list( $user, $name, $content ) = $given;
		wp_set_current_user( get_user_by( 'login', $user )->ID );
		$page = array( 'post_title' => $name, 'post_name' => $name, 'post_type' => 'page', 'post_status' => 'publish', 'post_content' => wp_slash( $content ) );
		$id   = wp_insert_post( $page, true );
		if ( is_wp_error( $id ) ) {
			exit( $id->get_error_message() );
		}
		break;

	case 'traces':
		// The first name in the database with this text in it.
		foreach ( $wpdb->get_col( "SELECT option_name FROM $wpdb->options UNION SELECT meta_key FROM $wpdb->usermeta UNION SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()" ) as $name ) {
			if ( false !== stripos( $name, $given[0] ) ) {
				exit( $name );
			}
		}
		break;

	default:
		exit( "no action $wanted" );
}
echo 'done';
