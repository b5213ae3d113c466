// This page is shown for any address that is not there, however deep, and its links are relative. It finds the folder that
// the site is served from, as well as an address tells that.
(function () {
  "use strict";

  var path = location.pathname;
  // Below a version, or the review pack, or on a page of the site that somebody mistyped.
  var known = /^(.*?\/)(?:v\d+\.\d+\.\d+[^/]*|review)(?:\/|$)/.exec(path);
  // GitHub Pages serves a project from a folder with its name.
  var project = /\.github\.io$/.test(location.hostname) && /^\/[^/]+\//.exec(path);
  var root = known ? known[1] : project ? project[0] : path.replace(/[^/]*$/, "");

  var links = document.querySelectorAll("a[href]");
  for (var i = 0; i < links.length; i++) {
    var target = links[i].getAttribute("href");
    if (!/^(?:#|[a-z]+:)/.test(target)) links[i].setAttribute("href", root + target);
  }
})();
