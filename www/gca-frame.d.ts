// Types of "gca-assessment/frame", a script without exports: it looks after every <iframe class="gca-frame"> of the page.

export {};
