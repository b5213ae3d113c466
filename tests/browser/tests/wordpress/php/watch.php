<?php
// Runs on every request: writes down what the site itself asks for, and answers it with nothing.
add_filter(
	'pre_http_request',
	function ( $answer, $request, $address ) {
		file_put_contents( ABSPATH . '../asked.log', "$address\n", FILE_APPEND );
		return array( 'headers' => array(), 'body' => '', 'response' => array( 'code' => 404, 'message' => '' ), 'cookies' => array(), 'filename' => null );
	},
	10,
	3
);
