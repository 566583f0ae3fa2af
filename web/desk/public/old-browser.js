// Runs only in browsers without modules (Internet Explorer and its mode): a sentence instead of a white page.
document.documentElement
  .insertBefore(document.createElement('h1'), document.documentElement.firstChild)
  .appendChild(
    document.createTextNode(
      '这个浏览器太旧，打不开实绩。请改用单位已装的信创浏览器，或在浏览器地址栏右侧切换到“极速模式”后刷新。',
    ),
  )
