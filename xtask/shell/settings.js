// What a charity may set: reads it from the fragment of the address, and keeps only what is safe.
// Pure, and written for old browsers: the page runs it before anything else, and the embed builder runs it too.
//
//   s117Settings.read("#accent=%231d6140&radius=4")  →  { settings: {…}, problems: ["…"] }
//   s117Settings.accent("#ffd500")                   →  { light: {…}, dark: {…}, changed: true, reason: "…" }
var s117Settings = (function () {
  "use strict";

  // A fragment longer than this is no list of settings.
  var LONGEST = 4000;

  // Contrast. A little more than the 4.5 and 3 of the rule, since browsers round.
  var WORDS = 4.52;
  var LINES = 3.02;

  // What nobody sees but browsers act on: control characters, direction marks, halves of characters.
  var UNSEEN =
    /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffd]|[\ud800-\udbff](?![\udc00-\udfff])|(^|[^\ud800-\udbff])[\udc00-\udfff]/;
  var HTTPS = /^https:\/\/[^\s\/?#@\\"'<>\x60{|}^]+([\/?#][^\s\\"'<>\x60{|}^]*)?$/i;
  var MAIL = /^mailto:[^\s@?&#\\"'<>\x60{|}^]+@[^\s@?#\\"'<>\x60{|}^]+(\?[^\s#\\"'<>\x60{|}^]*)?$/i;

  function oneOf(words) {
    return function (value) {
      return words.indexOf(value) < 0 ? undefined : value;
    };
  }

  function matching(pattern, longest) {
    return function (value) {
      return value.length <= longest && pattern.test(value) ? value : undefined;
    };
  }

  function phone(value) {
    var digits = value.replace(/\D/g, "").length;
    return /^\+?[\d ()\-]+$/.test(value) && digits >= 3 && digits <= 15 && value.length <= 24 ? value : undefined;
  }

  // Each setting: its name for scripts, and what makes a value safe. Whatever is not safe is `undefined`.
  var SETTINGS = {
    lang: ["lang", oneOf(["en", "cy"])],
    nation: ["nation", oneOf(["england", "wales"])],
    journey: ["journey", oneOf(["entitled", "who-pays", "problem"])],
    words: ["words", oneOf(["full", "short"])],
    accent: ["accent", colour],
    // A family name and nothing else: it is put between quotation marks.
    font: ["font", matching(/^[\w\u00c0-\u024f][\w\u00c0-\u024f .\-]*$/, 60)],
    radius: [
      "radius",
      function (value) {
        var number = /^\d{1,2}(\.\d{1,2})?(px)?$/.test(value) ? parseFloat(value) : 99;
        return number <= 24 ? number : undefined;
      },
    ],
    scheme: ["scheme", oneOf(["light", "dark", "auto"])],
    "help-name": ["helpName", matching(/\S/, 80)],
    "help-phone": ["helpPhone", phone],
    "help-url": [
      "helpUrl",
      function (value) {
        if (value.length > 500) return undefined;
        if (/^tel:/i.test(value)) return phone(value.slice(4)) && value;
        return HTTPS.test(value) || MAIL.test(value) ? value : undefined;
      },
    ],
    exit: [
      "exit",
      function (value) {
        return value === "on" || (value.length <= 500 && HTTPS.test(value)) ? value : undefined;
      },
    ],
  };

  function shown(text) {
    var short = text.length > 40 ? text.slice(0, 40) + "…" : text;
    return JSON.stringify(short).replace(/[^ -~…]/g, "?");
  }

  function read(fragment) {
    var settings = {};
    var problems = [];
    var text = String(fragment).replace(/^#/, "");
    // A plain fragment is somebody's way to a place in the page.
    if (text.indexOf("=") < 0) return { settings: settings, problems: problems };
    if (text.length > LONGEST) return { settings: settings, problems: ["all settings ignored: too long"] };

    var pairs = text.split("&");
    var seen = [];
    for (var i = 0; i < pairs.length; i++) {
      if (pairs[i] === "") continue;
      var at = pairs[i].indexOf("=");
      var name = at < 0 ? pairs[i] : pairs[i].slice(0, at);
      var value = at < 0 ? "" : pairs[i].slice(at + 1);
      if (!Object.prototype.hasOwnProperty.call(SETTINGS, name)) {
        problems.push("no setting is called " + shown(name));
        continue;
      }
      if (seen.indexOf(name) >= 0) {
        problems.push(name + " is set twice, and the first counts");
        continue;
      }
      seen.push(name);
      // A plus is a space, but may begin a telephone number.
      value = name === "help-phone" ? value.replace(/(.)\+/g, "$1 ") : value.replace(/\+/g, " ");
      try {
        value = decodeURIComponent(value).replace(/^\s+|\s+$/g, "");
      } catch (error) {
        problems.push(name + " ignored: its percent signs are wrong");
        continue;
      }
      if (value === "" || (name === "exit" && value === "off")) continue;
      var safe = UNSEEN.test(value) ? undefined : SETTINGS[name][1](value);
      if (safe === undefined) problems.push(name + " ignored: " + shown(value));
      else settings[SETTINGS[name][0]] = safe;
    }
    if (settings.accent) {
      var found = accent(settings.accent);
      if (found.changed) problems.push(found.reason);
    }
    if (problems.length > 4) problems = problems.slice(0, 3).concat(problems.length - 3 + " more");
    return { settings: settings, problems: problems };
  }

  // Colours. All mixing is done in OKLab, as color-mix() in style/1-tokens.css does it.

  // As "#rrggbb", or `undefined`. Anything but hex the browser itself reads.
  function colour(text) {
    var hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text);
    if (hex) return ("#" + (hex[1].length > 3 ? hex[1] : hex[1].replace(/./g, "$&$&"))).toLowerCase();
    if (!/^([a-z]{3,24}|(rgb|hsl)a?\([\d\s.,%\/a-z+\-]{5,60}\))$/i.test(text) || /^currentcolor$/i.test(text)) {
      return undefined;
    }
    var pen;
    try {
      pen = document.createElement("canvas").getContext("2d");
    } catch (error) {
      return undefined;
    }
    if (!pen) return undefined;
    var read = function (before) {
      pen.fillStyle = before;
      pen.fillStyle = text;
      return String(pen.fillStyle);
    };
    var found = read("#010203");
    // What the browser does not know leaves the colour from before; what is see-through is no hex.
    return found === read("#030201") && /^#[0-9a-f]{6}$/.test(found) ? found : undefined;
  }

  function linear(hex) {
    return [1, 3, 5].map(function (at) {
      var part = parseInt(hex.substr(at, 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    });
  }

  function lab(hex) {
    var c = linear(hex);
    var l = Math.pow(0.4122214708 * c[0] + 0.5363325363 * c[1] + 0.0514459929 * c[2], 1 / 3);
    var m = Math.pow(0.2119034982 * c[0] + 0.6806995451 * c[1] + 0.1073969566 * c[2], 1 / 3);
    var s = Math.pow(0.0883024619 * c[0] + 0.2817188376 * c[1] + 0.6299787005 * c[2], 1 / 3);
    return [
      0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
      1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
      0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
    ];
  }

  function rgb(lab) {
    var l = Math.pow(lab[0] + 0.3963377774 * lab[1] + 0.2158037573 * lab[2], 3);
    var m = Math.pow(lab[0] - 0.1055613458 * lab[1] - 0.0638541728 * lab[2], 3);
    var s = Math.pow(lab[0] - 0.0894841775 * lab[1] - 1.291485548 * lab[2], 3);
    return [
      4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
      -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
      -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
    ];
  }

  function hex(lab) {
    var parts = rgb(lab).map(function (part) {
      part = Math.min(1, Math.max(0, part));
      part = part <= 0.0031308 ? part * 12.92 : 1.055 * Math.pow(part, 1 / 2.4) - 0.055;
      return (256 + Math.round(part * 255)).toString(16).slice(1);
    });
    return "#" + parts.join("");
  }

  function mix(one, share, other) {
    var a = lab(one);
    var b = lab(other);
    return hex(
      a.map(function (part, at) {
        return part * share + b[at] * (1 - share);
      })
    );
  }

  // The same hue in another lightness, as colourful as `most` and the screen allow.
  function toned(colour, lightness, most) {
    var from = lab(colour);
    var strength = Math.sqrt(from[1] * from[1] + from[2] * from[2]);
    var share = strength > most ? most / strength : 1;
    for (var tries = 0; tries < 100; tries++, share *= 0.96) {
      var to = [lightness, from[1] * share, from[2] * share];
      var parts = rgb(to);
      if (Math.min.apply(0, parts) > -0.001 && Math.max.apply(0, parts) < 1.001) break;
    }
    return hex(to);
  }

  function brightness(hex) {
    var parts = linear(hex);
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
  }

  function contrast(one, other) {
    var a = brightness(one) + 0.05;
    var b = brightness(other) + 0.05;
    return a > b ? a / b : b / a;
  }

  // The quieter of the two strands: as far towards the ground as a line may go.
  function soft(strong, share, end, grounds) {
    var line = mix(strong, share, end);
    for (; share < 1; share += 0.02) {
      line = mix(strong, share, end);
      if (contrast(line, grounds[0]) > LINES && contrast(line, grounds[1]) > LINES) break;
    }
    return line;
  }

  // The quieter words on a panel.
  function softWords(strong, panel, press) {
    for (var share = 0.14; share > 0; share -= 0.02) {
      var words = mix(strong, share, "#ffffff");
      if (contrast(words, panel) > WORDS && contrast(words, press) > WORDS) return words;
    }
    return "#ffffff";
  }

  // The colours of one scheme that follow the accent, by the rules of style/1-tokens.css, and the words that must be
  // told from their ground.
  function light(given, strong) {
    var grounds = ["#ffffff", mix(given, 0.03, "#faf7ef")];
    var press = mix(strong, 0.7, "#000000");
    var colours = {
      "accent-strong": strong,
      "accent-press": press,
      "accent-soft": soft(strong, 0.72, "#ffffff", grounds),
      deep: mix(strong, 0.5, "#0c0f0d"),
      panel: strong,
      "panel-press": press,
      "on-panel-soft": softWords(strong, strong, press),
    };
    var words = [[strong, grounds[0]], [strong, grounds[1]], [press, mix(given, 0.12, "#f8f7f1")]];
    return { colours: colours, words: words, grounds: grounds };
  }

  function dark(given, strong) {
    var grounds = [mix(given, 0.05, "#151716"), mix(given, 0.12, "#1c1f1d")];
    var press = mix(strong, 0.6, "#ffffff");
    var colours = {
      "accent-strong": strong,
      "accent-press": press,
      "accent-soft": soft(strong, 0.7, "#000000", grounds),
      deep: mix(given, 0.26, "#232725"),
      panel: toned(given, 0.39, 0.085),
      "panel-press": toned(given, 0.45, 0.085),
    };
    colours["on-panel-soft"] = softWords(strong, colours.panel, colours["panel-press"]);
    var words = [[strong, grounds[0]], [strong, grounds[1]], [strong, "#10150f"], [press, mix(given, 0.2, "#252826")]];
    words.push([colours.deep, "#ffffff"], [colours.panel, "#ffffff"], [colours["panel-press"], "#ffffff"]);
    return { colours: colours, words: words, grounds: grounds };
  }

  function readable(scheme) {
    return scheme.words.every(function (pair) {
      return contrast(pair[0], pair[1]) > WORDS;
    });
  }

  // On the harder of the two grounds that words stand on.
  function ratio(colour, scheme) {
    return Math.min(contrast(colour, scheme.grounds[0]), contrast(colour, scheme.grounds[1]));
  }

  // Goes from the accent's own lightness in steps to the nearest that can be read.
  function nearest(rule, given, start, step, most) {
    var strong = start === undefined ? given : toned(given, start, most);
    var scheme = rule(given, strong);
    for (var at = start === undefined ? lab(given)[0] : start; !readable(scheme); at += step) {
      if (at < 0 || at > 1) break;
      strong = toned(given, at, most);
      scheme = rule(given, strong);
    }
    return {
      given: given,
      used: strong,
      changed: strong !== given,
      givenRatio: ratio(given, scheme),
      ratio: ratio(strong, scheme),
      colours: scheme.colours,
    };
  }

  function accent(text) {
    var given = colour(text);
    if (!given) return undefined;
    var onLight = nearest(light, given, undefined, -0.005, 1);
    // A dark page always has its own, quieter shade: that is the look, and no correction.
    var onDark = nearest(dark, given, Math.max(lab(given)[0], 0.8), 0.005, 0.11);
    var reason =
      "accent " + given + " is too pale for words on a light page (" + onLight.givenRatio.toFixed(1) + ":1), so " +
      onLight.used + " is used there (" + onLight.ratio.toFixed(1) + ":1) and " + onDark.used + " on a dark one";
    return { light: onLight, dark: onDark, changed: onLight.changed, reason: onLight.changed ? reason : "" };
  }

  return { read: read, accent: accent };
})();
