import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { openBrowser, type Product, startProduct } from "./product.ts";

/**
 * Starts the product with a browser for the tests of a file and ends both with them. With PRODUCT_URL set the tests use the
 * product that runs there instead: `product` is null then.
 */
export function withProduct(): { readonly url: string; readonly browser: Browser; readonly product: Product | null } {
  let product: Product | null = null;
  let browser: Browser | undefined;
  const elsewhere = process.env["PRODUCT_URL"] ?? "";
  beforeAll(async () => {
    if (elsewhere === "") product = await startProduct([]);
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });
  return {
    get url() {
      return product?.url ?? elsewhere;
    },
    get browser() {
      if (browser === undefined) throw new Error("the browser is not open yet");
      return browser;
    },
    get product() {
      return product;
    },
  };
}

/** Presses the first visible button or link of the page's content by its words and waits for the next page. */
export async function press(page: Page, words: string | RegExp): Promise<void> {
  const buttons = page.locator("main :is(button, a.btn):visible");
  await (typeof words === "string" ? page.locator(`main :is(button, a.btn):visible:text-is("${words}")`) : buttons.filter({ hasText: words })).first().click();
  await page.waitForLoadState();
}
