import { say } from "../../../kernel/text.ts";
import { SubmitButton, TextField, typedText, usePage } from "../../../platform/html/kit.ts";
import { classesOf } from "../core/card-words.ts";
import { gridBounds } from "../forms-card-rules.ts";
import { FactFields, type RuleFieldProps } from "./card-fact-fields.tsx";

/** The fields of a table's rule: two facts with their bounds, and the grid of points that these span. */
export function TableFields({ card, typed, failure }: RuleFieldProps) {
  const { t, lang } = usePage();
  const field = { typed, failure };
  const { rows, columns } = gridBounds(typed);
  const [rowNames, columnNames] = [classesOf(rows, lang), classesOf(columns, lang)];
  const bounds = say("Các mốc, tăng dần, cách nhau bằng dấu chấm phẩy: 1000; 2000", "Bounds, ascending, parted by semicolons: 1000; 2000");
  return (
    <>
      <FactFields name="row" label={say("Hàng", "Rows")} shape="number" card={card} {...field} />
      <TextField name="row_bounds" label={say("Mốc của hàng", "Bounds of the rows")} hint={bounds} {...field} />
      <FactFields name="column" label={say("Cột", "Columns")} shape="number" card={card} {...field} />
      <TextField name="column_bounds" label={say("Mốc của cột", "Bounds of the columns")} hint={bounds} {...field} />
      <div><SubmitButton look="plain" name="redraw" value="1">{t(say("Vẽ lại lưới theo mốc", "Redraw the grid"))}</SubmitButton></div>
      <fieldset>
        <legend>{t(say("Điểm từng ô (cộng: số dương; trừ: số âm)", "Points of each cell (bonus positive, penalty negative)"))}</legend>
        {rowNames.map((rowName, r) => (
          <fieldset>
            <legend>{rowName}</legend>
            <div class="two">
              {columnNames.map((columnName, c) => {
                const name = `points.${r}.${c}`;
                return <TextField name={name} label={say(columnName, columnName)} width="s" value={typedText(typed, name)} {...field} />;
              })}
            </div>
          </fieldset>
        ))}
      </fieldset>
    </>
  );
}
