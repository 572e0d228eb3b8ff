"""What the host should send with the files, for hosts that read it from the published folder.

``_headers`` is read by Netlify and Cloudflare Pages, ``.htaccess`` by Apache. Other hosts ignore both; the policy alone
then comes from the ``<meta>`` tag of each page, which cannot say who may frame the site.
"""

from __future__ import annotations

import re
from pathlib import Path

from .site import Site

#: Everything from this host, and nothing written into the page itself (W3C, Content Security Policy Level 3).
POLICY = "default-src 'self'"
HEADERS = {
    "Content-Security-Policy": f"{POLICY}; base-uri 'none'; form-action 'self'; frame-ancestors 'self'; object-src 'none'",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "X-Content-Type-Options": "nosniff",
}
#: A file whose name holds the digest of its content never changes; a year is the longest that caches keep one.
NAMED_BY_CONTENT = r"\.[0-9a-f]{10}\.(css|js|json|woff2)$"
FOR_EVER = "public, max-age=31536000, immutable"
#: The service worker of site/offline.py: always asked for anew, so that a new version or its removal arrives.
WORKER = "sw.js"


def files(site: Site, folder: Path) -> dict[str, str]:
    """The two files, for the published ``folder`` with everything else in it."""
    names = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    lasting = [name for name in names if re.search(NAMED_BY_CONTENT, name)]
    return {"_headers": _netlify(lasting), ".htaccess": _apache(site.settings.base_path)}


def _netlify(lasting: list[str]) -> str:
    rules = {"/*": HEADERS, f"/{WORKER}": {"Cache-Control": "no-cache"}}
    rules |= {f"/{name}": {"Cache-Control": FOR_EVER} for name in lasting}
    return "".join(
        f"{path}\n" + "".join(f"  {name}: {value}\n" for name, value in headers.items())
        for path, headers in rules.items()
    )


def _apache(base_path: str) -> str:
    always = "".join(f'  Header always set {name} "{value}"\n' for name, value in HEADERS.items())
    return f"""ErrorDocument 404 {base_path}404.html
AddType text/calendar .ics
AddType application/atom+xml .atom
AddCharset utf-8 .html .css .js .json .csv .txt .md .xml .svg .ics .atom
<IfModule mod_headers.c>
{always}  <FilesMatch "{NAMED_BY_CONTENT}">
    Header set Cache-Control "{FOR_EVER}"
  </FilesMatch>
  <Files "{WORKER}">
    Header set Cache-Control "no-cache"
  </Files>
</IfModule>
<IfModule mod_deflate.c>
  AddOutputFilterByType DEFLATE text/html text/css text/plain text/csv text/calendar text/javascript application/javascript
  AddOutputFilterByType DEFLATE application/json application/xml application/atom+xml image/svg+xml
</IfModule>
"""
