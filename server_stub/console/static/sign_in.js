// Shows the password while the eye is pressed in.

const field = document.getElementById("password");
const eye = document.getElementById("reveal");
eye.hidden = false;
eye.addEventListener("click", () => {
  const shown = field.type === "text";
  field.type = shown ? "password" : "text";
  eye.setAttribute("aria-pressed", String(!shown));
  field.focus();
});
field.form.addEventListener("submit", () => (field.type = "password"));
