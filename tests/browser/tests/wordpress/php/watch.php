<?php
// Runs on every request: writes down what the site itself asks of other machines, and stops it.
add_filter(
	'pre_http_request',
	function ( $answer, $request, $address ) {
		file_put_contents( ABSPATH . '../outside.log', "$address\n", FILE_APPEND );
		return new WP_Error( 'stopped', 'no request leaves this site' );
	},
	10,
	3
);
