/** Takes the file a form sent; gives it as commands take files, under the field's name; nothing where none was sent. */
export async function uploaded(name: string, file: File | undefined): Promise<Record<string, unknown>> {
  return file === undefined ? {} : { [name]: { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) } };
}
