/** The component kit: what pages are made of. */
export { Checkbox, DateField, ErrorSummary, FileField, Form, type Option, Select, SubmitButton, TextArea, TextField, type Typed, typedText } from "./components/form.tsx";
export { Bar, Breadcrumb, Card, Day, DaysLeft, Facts, Kpi, Link, Pagination, Steps, Table, Tag, type TagLook } from "./components/show.tsx";
export { Layout } from "./layout.tsx";
export { type Children, Page, type PageContext, T, usePage } from "./page.tsx";
