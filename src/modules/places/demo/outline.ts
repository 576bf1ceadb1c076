/** The map of the invented district, GeoJSON (RFC 7946: degrees, outer rings counter-clockwise). Drawn by hand. */
import type { LonLat } from './district.ts';
import type { Words } from './words.ts';

export interface DemoPolygon {
  readonly type: 'Polygon';
  readonly coordinates: readonly (readonly LonLat[])[];
}

export interface DemoWater {
  readonly key: 'canal' | 'lake';
  readonly name: Words;
  readonly geometry: DemoPolygon | { readonly type: 'LineString'; readonly coordinates: readonly LonLat[] };
}

/** d3-geo wants the opposite winding of RFC 7946: reverse the ring before drawing. */
export const DEMO_OUTLINE: DemoPolygon = {
  type: 'Polygon',
  coordinates: [
    [
      [47.64, 39.958],
      [47.702, 39.931],
      [47.768, 39.926],
      [47.823, 39.944],
      [47.871, 39.936],
      [47.926, 39.952],
      [47.968, 39.984],
      [47.981, 40.027],
      [48.012, 40.061],
      [48.006, 40.104],
      [47.974, 40.131],
      [47.962, 40.168],
      [47.917, 40.196],
      [47.861, 40.203],
      [47.812, 40.189],
      [47.766, 40.207],
      [47.713, 40.198],
      [47.671, 40.171],
      [47.652, 40.133],
      [47.617, 40.103],
      [47.609, 40.061],
      [47.628, 40.022],
      [47.621, 39.989],
      [47.64, 39.958],
    ],
  ],
};

export const DEMO_WATERS: readonly DemoWater[] = [
  {
    key: 'canal',
    name: { az: 'Durna arxı', en: 'Durna canal', ru: 'канал Дурна' },
    geometry: {
      type: 'LineString',
      coordinates: [
        [47.655, 40.138],
        [47.704, 40.152],
        [47.757, 40.151],
        [47.806, 40.139],
        [47.851, 40.146],
        [47.896, 40.157],
        [47.931, 40.126],
        [47.941, 40.094],
        [47.925, 40.061],
      ],
    },
  },
  {
    key: 'lake',
    name: { az: 'Sunagöl', en: 'Sunagol lake', ru: 'озеро Сунагёль' },
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [47.906, 40.04],
          [47.922, 40.031],
          [47.943, 40.034],
          [47.949, 40.046],
          [47.931, 40.058],
          [47.912, 40.054],
          [47.906, 40.04],
        ],
      ],
    },
  },
];
