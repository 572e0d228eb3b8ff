// Only in the copy of the site that is opened from a folder. There a browser lets a page neither fetch files nor start
// workers, but it loads scripts: what is asked for comes as a script that hands its content to `fromFolder`.
{
  const asked = new Map(); // name of a file -> [promise of its content, what keeps the promise]

  const brought = (address) => {
    const name = address.split("/").pop();
    if (!asked.has(name)) {
      let keep;
      const content = new Promise((resolve, reject) => {
        keep = resolve;
        const script = Object.assign(document.createElement("script"), { src: `${address}.js` });
        script.onerror = () => { asked.delete(name); reject(new TypeError(`${name} is not in the folder`)); };
        document.head.append(script);
      });
      asked.set(name, [content, keep]);
    }
    return asked.get(name)[0];
  };

  window.fromFolder = (name, content) => asked.get(name)[1](content);

  window.fetch = async (address) => new Response(JSON.stringify(await brought(new URL(address, location).href)));

  // What a worker would do beside the page is done in the page; its script is a function of what a worker calls `self`.
  window.Worker = class {
    constructor(address) {
      this.self = { postMessage: (data) => this.onmessage({ data }) };
      this.begun = brought(address).then((work) => work(this.self));
      this.begun.catch(() => this.onerror());
    }

    postMessage(data) {
      this.begun.then(() => this.self.onmessage({ data }));
    }

    terminate() {}
  };
}
