/** What a page hands to the browser to save: caught, so that no test fills a folder. */
export interface Saved {
  readonly name: string;
  /** Without the byte order mark. */
  readonly text: string;
}

export interface Saving {
  /** The next file, oldest first. */
  next(): Promise<Saved>;
  end(): void;
}

/** From now on, until its end. */
export function watchSaving(): Saving {
  const { createObjectURL } = URL;
  const { click } = HTMLAnchorElement.prototype;
  const blobs = new Map<string, Blob>();
  const files: Saved[] = [];
  const waiting: ((file: Saved) => void)[] = [];
  URL.createObjectURL = (blob: Blob) => {
    const url = createObjectURL.call(URL, blob);
    blobs.set(url, blob);
    return url;
  };
  HTMLAnchorElement.prototype.click = function save() {
    const blob = blobs.get(this.href);
    if (!blob) return click.call(this);
    void blob.text().then((text) => {
      const file = { name: this.download, text: text.replace('\ufeff', '') };
      const next = waiting.shift();
      if (next) next(file);
      else files.push(file);
    });
  };
  return {
    next: () => {
      const file = files.shift();
      return file ? Promise.resolve(file) : new Promise((resolve) => waiting.push(resolve));
    },
    end: () => {
      URL.createObjectURL = createObjectURL;
      HTMLAnchorElement.prototype.click = click;
    },
  };
}
