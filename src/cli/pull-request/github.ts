/** The few requests that the comment needs. Every part of an address is encoded; answers are checked by their readers. */
export interface GitHub {
  get(path: string): Promise<unknown>;
  bytes(path: string, limit: number): Promise<Uint8Array | undefined>;
  send(method: 'POST' | 'PATCH' | 'DELETE', path: string, body?: object): Promise<void>;
}

const version = '2022-11-28';

export function gitHub(api: string, token: string): GitHub {
  const request = (path: string, options: RequestInit = {}) =>
    fetch(`${api}${path}`, {
      ...options,
      headers: {
        Accept: 'application/vnd.github+json',
        Authorization: `Bearer ${token}`,
        'X-GitHub-Api-Version': version,
      },
      signal: AbortSignal.timeout(60_000),
    });
  return {
    get: async (path) => {
      const response = await request(path);
      if (!response.ok) throw new Error(`${path}: ${response.status}`);
      return response.json();
    },
    bytes: async (path, limit) => {
      const response = await request(path);
      if (!response.ok || !response.body) return undefined;
      const chunks: Uint8Array[] = [];
      let size = 0;
      for await (const chunk of response.body) {
        size += chunk.length;
        if (size > limit) return undefined;
        chunks.push(chunk);
      }
      return Buffer.concat(chunks);
    },
    send: async (method, path, body) => {
      const response = await request(path, { method, ...(body ? { body: JSON.stringify(body) } : {}) });
      if (!response.ok && !(method === 'DELETE' && response.status === 404))
        throw new Error(`${method} ${path}: ${response.status}`);
    },
  };
}
