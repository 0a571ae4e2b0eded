// Changes the class of the element. A theme that is named in the address is there from the start: themes.html?theme-un

const element = document.querySelector("gca-assessment");
const select = document.querySelector("#theme");
const show = () => {
  element.className = select.value;
};
select.value = location.search.slice(1);
if (select.selectedIndex < 0) select.selectedIndex = 0;
select.addEventListener("change", show);
show();
