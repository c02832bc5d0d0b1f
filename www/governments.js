// The five governments whose rulebooks are shipped, by id and by what people call them. Knows nothing of their rules.

export const governments = [
  { id: "wushan", name: "巫山县" },
  { id: "jixi", name: "鸡西市" },
  { id: "wujiagang", name: "伍家岗区" },
  { id: "yiyuan", name: "沂源县" },
  { id: "toksun", name: "托克逊县" },
];
