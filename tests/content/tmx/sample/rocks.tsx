<?xml version="1.0" encoding="UTF-8"?>
<tileset version="1.10" name="rocks" tilewidth="24" tileheight="20" tilecount="2" columns="0">
 <tile id="1" type="Boulder">
  <image source="rock.png" width="24" height="20"/>
 </tile>
 <tile id="4" type="Cover">
  <image source="bush.png" width="16" height="12"/>
 </tile>
</tileset>
