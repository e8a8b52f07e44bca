import type { Severity } from "../../data/contract/api/issue.js";

/** What a town's map can be answered with; `row` of an issue is the feature's number in the file, from 1. */
export const MAP_WORDS = {
  map_not_geojson: [
    "error",
    "GeoJSON の FeatureCollection ではありません。QGIS の「エクスポート → 地物の保存」で GeoJSON を選んでください",
    "Not a GeoJSON FeatureCollection; export the layer as GeoJSON",
  ],
  map_too_deep: ["error", "GeoJSON の入れ子が深すぎます", "The GeoJSON is nested too deeply"],
  map_too_many_features: [
    "error",
    "地物は20,000までです。地区ごとにまとめてください",
    "At most 20,000 features; dissolve them by district",
  ],
  map_too_many_places: [
    "error",
    "頂点は300,000までです。QGIS の「ジオメトリを簡素化」などで減らしてください",
    "At most 300,000 places; simplify the borders first",
  ],
  map_too_detailed: [
    "error",
    "地区の数に対して図形が多く、簡素化しても1MBに収まりません。小さな島などを除いてください",
    "Over 1 MB even when simplified; leave out small islands",
  ],
  map_crs: [
    "error",
    "座標参照系(crs)が緯度・経度ではありません。緯度・経度(JGD2011 か WGS84)に変換してください。QGIS の「エクスポート → 地物の保存」で EPSG:6668 か 4326 を選びます",
    "The declared crs is not longitude and latitude; export it in EPSG:6668 or 4326",
  ],
  map_no_district_list: [
    "error",
    "地区一覧がまだありません。先に地区一覧を登録してください",
    "No district list yet; register it first",
  ],
  map_not_a_feature: ["error", "地物(Feature)ではありません", "Not a GeoJSON feature"],
  map_not_a_polygon: [
    "error",
    "図形がポリゴンではありません。面(Polygon か MultiPolygon)で送ってください",
    "Not a polygon; send Polygon or MultiPolygon",
  ],
  map_not_a_place: [
    "error",
    "経度と緯度の数の組ではない頂点があります",
    "A place is not a pair of numbers, longitude and latitude",
  ],
  map_projected: [
    "error",
    "座標が緯度・経度ではありません(平面直角座標などのメートル値)。緯度・経度(JGD2011 か WGS84)に変換してください。QGIS の「エクスポート → 地物の保存」で EPSG:6668 か 4326 を選びます",
    "Coordinates are not longitude and latitude (projected metres?); export it in EPSG:6668 or 4326",
  ],
  map_swapped: [
    "error",
    "緯度と経度が逆です。GeoJSON では経度、緯度の順に書きます",
    "Latitude and longitude are swapped; GeoJSON says longitude first",
  ],
  map_outside_japan: [
    "error",
    "日本の外の位置です(経度122〜154度、緯度20〜46度)。座標を確かめてください",
    "A place outside Japan (longitude 122–154, latitude 20–46)",
  ],
  map_short_ring: [
    "error",
    "頂点が足りない輪があります(始点と同じ終点を含めて4点以上)",
    "A ring has fewer than four places, its last included",
  ],
  map_open_ring: [
    "error",
    "閉じていない輪があります。終点を始点と同じにしてください",
    "A ring is not closed: its last place must be its first",
  ],
  map_no_area: ["error", "面積のない図形です", "The shape has no area"],
  map_ambiguous_name: [
    "error",
    "同じ名前の地区が二つ以上あり、どれか決まりません。地区コードの属性を付けてください",
    "Several districts have this name; add a property with the district's code",
  ],
  map_code_and_name_differ: [
    "warning",
    "コードと名前が別の地区を指しています。コードに従いました",
    "Code and name are of different districts; the code was followed",
  ],
  map_unmatched: [
    "warning",
    "地区一覧のどの地区とも合わない地物です。取り込みません",
    "No district of the list; the feature is left out",
  ],
  map_nothing_matches: [
    "error",
    "地区一覧の地区と合う地物が一つもありません。地区コード(code、地区コード、KEY_CODE)か地区名(name、地区名、S_NAME)の属性を確かめてください",
    "No feature matches a district of the list; check its code or name property",
  ],
  map_district_without_shape: [
    "warning",
    "地図にない地区があります。その地区には形がありません",
    "Districts of the list are not on the map; they stay without a shape",
  ],
  map_far_apart: [
    "warning",
    "地図の広がりが2度(約200km)を超えています。離れた位置の地物がないか確かめてください",
    "The map is more than 2 degrees wide; is a feature misplaced?",
  ],
  map_attribution: [
    "error",
    "出典(attribution)は200文字までの文字列です",
    "The attribution is a text of at most 200 characters",
  ],
} as const satisfies Record<string, readonly [Severity, string, string]>;
